export interface WorldZone {
  key: string
  label: string
  countries: { code: string; label: string; value: number; href?: string }[]
}

/** The world as bars, zone by zone, the most first: read at a glance and by ear, at any width. */
export function WorldList({
  zones,
  format = String,
}: {
  zones: WorldZone[]
  format?: (n: number) => string
}) {
  const most = Math.max(1, ...zones.flatMap(({ countries }) => countries.map(({ value }) => value)))
  const shown = zones.filter(({ countries }) => countries.length > 0)
  return (
    <div className="world">
      {shown.map((zone) => (
        <section key={zone.key}>
          <h3>
            {zone.label} <span className="num muted">{format(total(zone))}</span>
          </h3>
          <ul>
            {[...zone.countries]
              .sort((a, b) => b.value - a.value)
              .map((country) => (
                <li key={country.code}>
                  {country.href ? <a href={country.href}>{country.label}</a> : <span>{country.label}</span>}
                  <i aria-hidden="true" style={{ width: `${(country.value / most) * 100}%` }} />
                  <span className="num">{format(country.value)}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const total = ({ countries }: WorldZone) => countries.reduce((sum, { value }) => sum + value, 0)
