import { createHash } from 'node:crypto'
import { SAMPLES } from './sample-values.ts'
import type { Column, ForeignKey, Shapes, TableShape } from './table-shapes.ts'

export type Row = Record<string, unknown>

/**
 * The row of a table, a network and a seed: always the same one. Two networks given one seed have
 * the same ids and slugs, which is where a forgotten network_id would show.
 */
export function makeRow(
  shapes: Shapes,
  table: string,
  networkId: number,
  seed: string,
  above: string[] = [],
): Row {
  const shape = shapeOf(shapes, table)
  const row: Row = {}
  for (const column of shape.columns) {
    if (!column.made)
      row[column.name] = column.name === 'network_id' ? networkId : sample(table, column, seed)
  }
  for (const key of shape.foreignKeys) {
    if (key.parent === 'network') for (const name of key.columns) row[name] = networkId
    else if ([...above, table].includes(key.parent)) leaveEmpty(row, shape, key)
    else {
      const parent = makeRow(shapes, key.parent, networkId, seed, [...above, table])
      key.columns.forEach((name, index) => {
        row[name] = parent[key.parentColumns[index]!]
      })
    }
  }
  return row
}

export function shapeOf(shapes: Shapes, table: string): TableShape {
  const shape = shapes.get(table)
  if (!shape) throw new Error(`There is no table ${table}`)
  return shape
}

/** A row that points to its own table, directly or not, points nowhere. */
function leaveEmpty(row: Row, shape: TableShape, key: ForeignKey) {
  const columns = shape.columns.filter(({ name }) => key.columns.includes(name) && name !== 'network_id')
  const empty = columns.filter(({ nullable }) => nullable)
  if (empty.length === 0) throw new Error(`${shape.name}: each row needs another of ${key.parent} before it`)
  for (const { name } of empty) row[name] = null
}

function sample(table: string, { name, type }: Column, seed: string): unknown {
  const given = SAMPLES[`${table}.${name}`]
  if (given) return given(seed)
  return plainValue(type, `${table}-${name}-${seed}`.replaceAll('_', '-'))
}

function plainValue(type: string, text: string): unknown {
  if (type.endsWith('[]')) return [plainValue(type.slice(0, -2), text)]
  if (type === 'uuid') return uuidOf(text)
  if (type === 'boolean') return true
  if (type === 'date') return '2026-01-15'
  if (type === 'tsvector') return `'${text}':1`
  if (type.startsWith('timestamp')) return '2026-01-15T12:00:00Z'
  if (type.startsWith('json')) return JSON.stringify({ text })
  if (/^(smallint|integer|bigint|real|double precision|numeric)/.test(type)) return 1
  const longest = Number(type.match(/\((\d+)\)/)?.[1] ?? text.length)
  return text.slice(-longest)
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
