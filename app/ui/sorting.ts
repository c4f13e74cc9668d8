export type Sort = { by: string; down: boolean }

/** `tri=nom` or `tri=-modifie`: one word in the address says column and direction. */
export function readSort(query: URLSearchParams, allowed: readonly string[], first: Sort): Sort {
  const asked = query.get('tri') ?? ''
  const by = asked.replace(/^-/, '')
  return allowed.includes(by) ? { by, down: asked.startsWith('-') } : first
}

/** What a click on a column's name asks: that column, or the other direction; back to the first page. */
export function sortedBy(query: URLSearchParams, column: string, current: Sort): string {
  const next = new URLSearchParams(query)
  next.delete('page')
  next.set('tri', current.by === column && !current.down ? `-${column}` : column)
  return `?${next}`
}

/** Columns of the address (`col` repeated), or the usual ones; those that are always there need no naming. */
export function readColumns<Key extends string>(
  query: URLSearchParams,
  all: readonly Key[],
  usual: readonly Key[],
): Key[] {
  if (!query.has('col')) return [...usual]
  const asked = query.getAll('col')
  return all.filter((key) => asked.includes(key))
}

export function pageOf(query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(query)
  next.set('page', String(page))
  return `?${next}`
}
