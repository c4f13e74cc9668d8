const SHAPES = {
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  both: 'M5 6.5L8 3.5l3 3M5 9.5l3 3 3-3',
  cross: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.5 3.5L13 5',
  alert: 'M8 2.5v7M8 12.5v.5',
} as const

export type IconName = keyof typeof SHAPES

/** Beside a word that says the same; alone, only in a button that has a name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  )
}
