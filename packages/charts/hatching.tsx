/** Shades that also differ when printed in grey, or seen without colours: plain, hatched, dotted, plain. */
export function Hatchings({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-2`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="mark-2" width="6" height="6" />
        <rect className="mark-1" width="2" height="6" />
      </pattern>
      <pattern id={`${id}-3`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect className="mark-3" width="7" height="7" />
        <circle className="mark-1" cx="2" cy="2" r="1.3" />
      </pattern>
    </defs>
  )
}

/** The fill of the nth series; the class gives its colour to those that are plain. */
export const filling = (id: string, index: number) =>
  index === 1 || index === 2
    ? { style: { fill: `url(#${id}-${index + 1})` } }
    : { className: `mark-${index + 1}` }

export function Key({ id, index }: { id: string; index: number }) {
  return (
    <svg className="key" aria-hidden="true" focusable="false" width="18" height="14">
      <Hatchings id={`${id}-key${index}`} />
      <rect width="18" height="14" rx="3" {...filling(`${id}-key${index}`, index)} />
    </svg>
  )
}
