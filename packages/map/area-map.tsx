import { type ReactNode, useId } from 'react'
import type { DrawnArea, MapDrawing } from './areas.ts'
import { classesOf, shadeOf } from './classes.ts'
import { BORDERS, REST } from './outlines-file.ts'

/** Packages know no language: every word comes from the page. */
export interface MapWords {
  /** None where a heading stands above already. */
  title?: string
  description?: string
  /** « Source : IGN ». */
  credit: string
  /** Territories nobody covers, or without a figure; said in the legend when there are some. */
  nothing?: string
  /** The verb that opens a long list, « Voir le tableau »; without it the list stands open. */
  table?: string
}

/**
 * A drawing for the eye and the mouse, and a list that says the same for everybody: the drawing's links
 * are out of the keyboard's way because each is again in the list.
 */
export function AreaMap(props: {
  areas: MapDrawing
  words: MapWords
  format?: (value: number) => string
  /** The list may stand elsewhere on the page already. */
  list?: boolean
}) {
  const { areas: drawing, words, format = String, list = true } = props
  const id = useId()
  const classes = classesOf(
    drawing.areas.flatMap(({ value, fill }) => (isCounted(value) && !fill ? [value] : [])),
  )
  const told = (area: DrawnArea) => {
    const value = isCounted(area.value) ? format(area.value) : (area.value ?? '')
    return { name: area.label, value }
  }
  const outline = (key: string) => drawing.outlines && `${drawing.outlines}#${key}`
  const legend = classes.length > 1
  const lines = (
    <ul className="map-list">
      {drawing.areas.map((area) => (
        <li key={area.key}>
          {area.href ? <a href={area.href}>{area.label}</a> : <span>{area.label}</span>}
          {told(area).value ? <span className="num">{told(area).value}</span> : null}
        </li>
      ))}
    </ul>
  )
  return (
    <figure
      className={drawing.width > drawing.height ? 'map broad' : 'map'}
      aria-labelledby={words.title ? id : undefined}
    >
      {words.title || words.description ? (
        <figcaption>
          {words.title ? <strong id={id}>{words.title}</strong> : null}
          {words.description ? <span className="map-description">{words.description}</span> : null}
        </figcaption>
      ) : null}
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true" focusable="false">
        {drawing.insets.map(({ key, label, ...box }) => (
          <g key={key}>
            <rect className="map-inset" {...box} rx={6} />
            <text className="map-name" x={box.x + box.width / 2} y={box.y - 5} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        <Outline className="map-rest" d={drawing.rest} href={outline(REST)} />
        {drawing.areas.map((area) => (
          <Shape
            key={area.key}
            area={area}
            shade={shade(area, classes)}
            told={told(area)}
            href={outline(area.key)}
          />
        ))}
        <Outline className="map-borders" d={drawing.borders} href={outline(BORDERS)} />
      </svg>
      {legend ? (
        <ul className="map-legend">
          {words.nothing ? (
            <li>
              <i className="map-key map-0" aria-hidden="true" />
              {words.nothing}
            </li>
          ) : null}
          {classes.map((one) => (
            <li key={one.from}>
              <i className={`map-key map-${shadeOf(one.from, classes)}`} aria-hidden="true" />
              {one.from === one.to ? format(one.from) : `${format(one.from)} – ${format(one.to)}`}
            </li>
          ))}
        </ul>
      ) : null}
      {list ? <Folded words={words.table}>{lines}</Folded> : null}
      <p className="map-credit">{words.credit}</p>
    </figure>
  )
}

function Folded({ words, children }: { words?: string; children: ReactNode }) {
  if (!words) return <>{children}</>
  return (
    <details>
      <summary>{words}</summary>
      {children}
    </details>
  )
}

function Shape(props: {
  area: DrawnArea
  shade: number | null
  told: { name: string; value: string }
  href: string | undefined
}) {
  const { area, shade, told, href } = props
  const shape = (
    <Outline
      className={shade === null ? 'map-area' : `map-area map-${shade}`}
      d={area.path}
      href={href}
      fill={area.fill}
      title={told.value ? `${told.name} : ${told.value}` : told.name}
    />
  )
  if (!area.href) return shape
  return (
    <a href={area.href} tabIndex={-1}>
      {shape}
    </a>
  )
}

/** In the page itself, or by its name in the file of outlines. */
function Outline(props: {
  className: string
  d: string | undefined
  href: string | undefined
  fill?: string | undefined
  title?: string
}) {
  const { className, d, href, fill, title } = props
  const style = fill ? { fill } : undefined
  const told = title ? <title>{title}</title> : null
  return href ? (
    <use className={className} href={href} style={style}>
      {told}
    </use>
  ) : (
    <path className={className} d={d} style={style}>
      {told}
    </path>
  )
}

const isCounted = (value: unknown): value is number => typeof value === 'number'

/** Without any figure to compare, one shade for all. */
function shade({ value, fill }: DrawnArea, classes: ReturnType<typeof classesOf>): number | null {
  if (fill) return null
  return isCounted(value) ? shadeOf(value, classes) : 2
}
