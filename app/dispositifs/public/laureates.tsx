import type { DispositifView } from './dispositif-view.server.ts'

/** Who was retained, once the network tells it. */
export function Laureates({ page }: { page: DispositifView }) {
  const { laureates, words } = page
  if (laureates.length === 0) return null
  return (
    <section aria-labelledby="laureats">
      <h2 id="laureats">{words.laureates}</h2>
      {laureates.map(({ id, title, lines }, nth) => (
        <details key={id} open={nth === 0}>
          <summary>{title}</summary>
          <ul>
            {lines.map((one) => (
              <li key={one.id}>
                <strong>{one.title}</strong> – {one.holders}{' '}
                {one.more ? <span className="small muted">{one.more}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
