// Short messages at the edge of the page that go away by themselves.

import { Toaster, toast } from "sonner";

/** How long a message stays, in milliseconds. */
const LIFE = 6000;

/** Stands once on a page that shows messages. */
export function Toasts() {
  return (
    <Toaster
      position="bottom-left"
      duration={LIFE}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-80 max-w-full items-center justify-between gap-4 rounded-md bg-ink px-4 py-2 text-paper font-sans text-sm shadow-float",
          actionButton: "font-semibold underline underline-offset-4 min-h-8",
        },
      }}
    />
  );
}

type Act = { readonly words: string; readonly onPress: () => void };

/** Shows a message in place of the last one, with at most one thing to do about it. */
export function showToast(message: string, act?: Act): void {
  toast(message, {
    id: "only",
    ...(act ? { action: { label: act.words, onClick: act.onPress } } : {}),
  });
}

/** Takes the message away once it no longer holds. */
export function hideToast(): void {
  toast.dismiss("only");
}
