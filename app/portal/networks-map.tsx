import { useTranslation } from 'react-i18next'

export type MapView = {
  width: number
  height: number
  insets: { key: string; label: string; x: number; y: number; width: number; height: number }[]
  areas: { key: string; label: string; value: string; href: string; fill: string }[]
  outlines: string
}

/**
 * Outlines come from one file that the browser keeps, and not in the page, where they would be twice:
 * as elements and as data. The drawing is for the eye; the list beside it says the same.
 */
export function NetworksMap({ map }: { map: MapView }) {
  const { t } = useTranslation('portal')
  const outline = (key: string) => `${map.outlines}#${key}`
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true" focusable="false">
        {map.insets.map(({ key, label, ...box }) => (
          <g key={key}>
            <rect className="map-inset" {...box} rx={6} />
            <text className="map-name" x={box.x + box.width / 2} y={box.y - 5} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        <use className="map-rest" href={outline('ailleurs')} />
        {map.areas.map((area) => (
          <a key={area.key} href={area.href} tabIndex={-1}>
            <use className="map-area" href={outline(area.key)} style={{ fill: area.fill }}>
              <title>{t('areaTold', { name: area.label, value: area.value })}</title>
            </use>
          </a>
        ))}
        <use className="map-borders" href={outline('limites')} />
      </svg>
      <p className="map-credit">
        {t('mapNobody')} {t('mapCredit')}
      </p>
    </figure>
  )
}
