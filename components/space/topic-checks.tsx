// What a webhook is told of; at least one thing.

import { useTranslations } from "use-intl";
import { HOOK_TOPICS, type HookTopic } from "#domain/hook.ts";
import { Check } from "../ui/check.tsx";

type TopicChecksProps = {
  readonly chosen: readonly HookTopic[];
  readonly onChoose: (topics: readonly HookTopic[]) => void;
};

export function TopicChecks({ chosen, onChoose }: TopicChecksProps) {
  const words = useTranslations("hooks");
  const toggle = (topic: HookTopic): void => {
    const topics = HOOK_TOPICS.filter((each) => chosen.includes(each) !== (each === topic));
    if (topics.length > 0) onChoose(topics);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="text-muted text-sm">{words("told-of")}</legend>
      <div className="-ms-2 flex flex-wrap gap-x-2">
        {HOOK_TOPICS.map((topic) => (
          <Check key={topic} checked={chosen.includes(topic)} onToggle={() => toggle(topic)}>
            {words(`topic-${topic}`)}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
