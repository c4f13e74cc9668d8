import maplibreStyles from 'maplibre-gl/dist/maplibre-gl.css?url'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import type { MovingMap } from '#packages/map/moving-map.ts'
import { MOST_LISTED } from '#packages/map/points.ts'
import { Icon } from './icons.tsx'
import { readPosition, writePosition } from './map-position.ts'
import { PlacedList } from './placed-list.tsx'
import type { PointMapView } from './point-map-view.ts'
import { PointsReader, type Shown } from './points-reader.ts'

export type { PointMapView }

/**
 * Points one moves among. The drawing is for the eye and the mouse; beside it the same places are a
 * list of links, which is the map for everybody else. Loaded only where a map is asked for.
 */
export default function PointMap({
  view,
  query,
  fallback,
}: {
  view: PointMapView
  query: string
  fallback: ReactNode
}) {
  const [words] = useState(view.words)
  const frame = useRef<HTMLDivElement>(null)
  const map = useRef<MovingMap | null>(null)
  const [state, setState] = useState<'opening' | 'open' | 'impossible'>('opening')
  const [shown, setShown] = useState<Shown>({ answer: null, failed: false, picked: null })
  // A list of thirty, at each move: in slices, between which the map is drawn.
  const [reader] = useState(
    () => new PointsReader(view.address, (now) => startTransition(() => setShown(now))),
  )
  const [{ ground, locale, start }] = useState(view)

  useEffect(() => reader.search(query), [reader, query])
  useEffect(() => {
    let left = false
    const open = async (container: HTMLElement) => {
      const [{ openMap }] = await Promise.all([
        import('#packages/map/moving-map.ts'),
        stylesheet(maplibreStyles),
      ])
      // Not in the breath that read the library: each takes a slow machine a moment.
      await new Promise((resolve) => setTimeout(resolve))
      if (left) return
      const opened = await openMap({
        container,
        workerUrl,
        ground,
        locale,
        start: readPosition() ?? { bounds: start },
        words,
        onSettled: (settled) => {
          reader.look(settled)
          writePosition(settled)
        },
        onPoint: (point) => void reader.pick(point),
      })
      if (left) return opened.close()
      map.current = opened
      reader.hold(opened)
      setState('open')
    }
    open(frame.current!).catch(() => left || setState('impossible'))
    return () => {
      left = true
      reader.hold(null)
      map.current?.close()
      map.current = null
    }
  }, [reader, ground, locale, start, words])

  if (state === 'impossible')
    return (
      <>
        <p className="notice">{words.impossible}</p>
        {fallback}
      </>
    )
  const { answer, failed, picked } = shown
  return (
    <section className="pmap" aria-label={words.title} aria-busy={state === 'opening'}>
      <div className="pmap-frame">
        <div className="pmap-ground" ref={frame} />
        {state === 'opening' ? <p className="pmap-wait">{words.opening}</p> : null}
        <div className="pmap-tools">
          <button
            type="button"
            className="btn sm"
            onClick={() => map.current?.zoomBy(1)}
            aria-label={words.nearer}
          >
            <span aria-hidden="true">{words.plus}</span>
          </button>
          <button
            type="button"
            className="btn sm"
            onClick={() => map.current?.zoomBy(-1)}
            aria-label={words.farther}
          >
            <span aria-hidden="true">{words.minus}</span>
          </button>
        </div>
        {picked ? (
          <div className="pmap-card" role="dialog" aria-label={picked.told}>
            <button
              type="button"
              className="btn sm quiet"
              onClick={() => reader.unpick()}
              aria-label={words.close}
            >
              <Icon name="cross" />
            </button>
            <PlacedList items={picked.items} target={view.target} />
            {picked.more ? <p className="small muted">{words.comeNearer}</p> : null}
          </div>
        ) : null}
      </div>
      <fieldset className="pmap-jumps" aria-label={words.goTo}>
        {answer?.all ? (
          <button type="button" className="btn sm" onClick={() => map.current?.show(answer.all!)}>
            {words.everywhere}
          </button>
        ) : null}
        {view.jumps.map(({ label, bounds }) => (
          <button
            key={label}
            type="button"
            className="btn sm quiet"
            onClick={() => map.current?.show(bounds)}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {failed ? (
        <p className="notice">
          {words.failed}{' '}
          <button type="button" className="btn sm" onClick={() => void reader.again()}>
            {words.retry}
          </button>
        </p>
      ) : null}
      {answer ? (
        <details className="pmap-here" open={view.listOpen}>
          <summary>
            <span aria-live="polite">{answer.told.here}</span>
          </summary>
          {answer.items.length === 0 ? <p className="muted">{words.nothingHere}</p> : null}
          <PlacedList items={answer.items} target={view.target} onMark={(at) => map.current?.mark(at)} />
          {answer.here > MOST_LISTED ? <p className="small muted">{words.comeNearer}</p> : null}
          {answer.told.unplaced ? <p className="small muted">{answer.told.unplaced}</p> : null}
        </details>
      ) : null}
      <p className="map-credit">{words.credit}</p>
    </section>
  )
}

function stylesheet(address: string): Promise<void> {
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve()
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = address
    link.onload = link.onerror = () => resolve()
    document.head.append(link)
  })
}
