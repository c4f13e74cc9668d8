import { useEffect, useRef, useState } from 'react'
import { useFilling } from './filling.ts'

const MOST = 120

type Rows = { all: number[]; removed: number[] }

/**
 * The rows of one table of a field. A removed row stays in the page, out of the form, so that it can be put
 * back with what it held; the focus goes where one would go on.
 */
export function useRows(group: string, least: number) {
  const { typed, rows: asked, refresh } = useFilling()
  const place = useRef<HTMLDivElement>(null)
  const goTo = useRef<number | 'add' | null>(null)
  const [rows, setRows] = useState<Rows>(() => {
    const count = Math.min(MOST, Math.max(least, typed.rows(group).length + 1, asked[group] ?? 0))
    return { all: Array.from({ length: count }, (_, index) => index), removed: [] }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the rows have changed
  useEffect(() => {
    if (goTo.current === null) return
    const selector =
      goTo.current === 'add'
        ? '[data-add]'
        : `[data-row="${goTo.current}"] :is(select, input:not([type=hidden]))`
    goTo.current = null
    place.current?.querySelector<HTMLElement>(selector)?.focus()
    refresh()
  }, [rows])
  return {
    place,
    rows: rows.all.map((index) => ({
      index,
      name: `${group}.${index}`,
      removed: rows.removed.includes(index),
    })),
    full: rows.all.length >= MOST,
    lastRemoved: rows.removed.at(-1),
    add() {
      goTo.current = rows.all.length
      setRows({ ...rows, all: [...rows.all, rows.all.length] })
    },
    remove(index: number) {
      const left = rows.all.filter((one) => one !== index && !rows.removed.includes(one))
      goTo.current = left.find((one) => one > index) ?? left.at(-1) ?? 'add'
      setRows({ ...rows, removed: [...rows.removed, index] })
    },
    putBack() {
      goTo.current = rows.removed.at(-1) ?? null
      setRows({ ...rows, removed: rows.removed.slice(0, -1) })
    },
  }
}
