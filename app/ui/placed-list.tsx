import { Link } from '@remix-run/react'
import type { PlacedItem } from '#packages/map/points.ts'

/** Places as links; the one read or pointed at is ringed on the map. */
export function PlacedList(props: {
  items: PlacedItem[]
  target?: '_blank' | '_parent' | undefined
  onMark?: (at: [number, number] | null) => void
}) {
  const { items, target, onMark } = props
  return (
    <ul className="pmap-list">
      {items.map((item) => {
        const mark = () => onMark?.([item.lon, item.lat])
        const unmark = () => onMark?.(null)
        return (
          <li key={item.href} onMouseEnter={mark} onMouseLeave={unmark}>
            {target ? (
              <a href={item.href} target={target} rel="noopener" onFocus={mark} onBlur={unmark}>
                {item.name}
              </a>
            ) : (
              <Link to={item.href} onFocus={mark} onBlur={unmark}>
                {item.name}
              </Link>
            )}
            <span className="muted small">{item.what}</span>
          </li>
        )
      })}
    </ul>
  )
}
