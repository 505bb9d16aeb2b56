// The heading of a page about a space; on a phone the name of the space stands above it, for which the bar has no room.

type SpaceHeadingProps = { readonly space: string; readonly children: string };

export function SpaceHeading({ space, children }: SpaceHeadingProps) {
  return (
    <div>
      <p className="truncate text-muted sm:hidden">
        <bdi>{space}</bdi>
      </p>
      <h1 className="font-serif text-[1.75rem] leading-9">{children}</h1>
    </div>
  );
}
