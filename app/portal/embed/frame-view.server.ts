const FEWEST = 5
const MOST = 50
const USUAL = 12

/** What the address of a frame says beside its search. What it fixes (`fixe=country`) is not the reader's to change. */
export function frameAsked(request: Request, facets: readonly string[]) {
  const asked = new URL(request.url).searchParams
  const free = asked.get('libre') !== 'non'
  const fixed = new Set((asked.get('fixe') ?? '').split(','))
  const isTyped = (key: string) => key === 'q' || (facets.includes(key) && !fixed.has(key))
  return {
    asked,
    free,
    /** Around it is already said what it is and how many. */
    bare: asked.get('nu') === 'oui',
    fixed,
    size: sizeOf(asked.get('nombre')),
    target: asked.get('liens') === 'onglet' ? ('_blank' as const) : ('_parent' as const),
    /** What a search within the frame carries on. */
    hidden: [...asked].filter(([key]) => (!free || !isTyped(key)) && key !== 'page' && key !== 'q'),
    to: (changed: Record<string, string | number>) => {
      const query = new URLSearchParams(asked)
      for (const [key, value] of Object.entries(changed)) query.set(key, String(value))
      return `?${query}`
    },
  }
}

function sizeOf(asked: string | null): number {
  const size = Number(asked)
  return asked && Number.isInteger(size) ? Math.min(MOST, Math.max(FEWEST, size)) : USUAL
}
