// Why something was not done.

/** Draws nothing for null. */
export function Wrong({ sentence }: { readonly sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <p role="alert" className="text-danger">
      {sentence}
    </p>
  );
}
