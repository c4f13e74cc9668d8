import { z } from 'zod'

/** How many, never who. Messages are keys of dispositifs.json, under `faults`. */
export const ORIGINS = ['french', 'foreign'] as const
export type Origin = (typeof ORIGINS)[number]

/** `other` is « autre ou non renseigné »: nobody is made to say. */
export const SEXES = ['girls', 'boys', 'other'] as const
export type Sex = (typeof SEXES)[number]

const MOST = 100_000
const number = z
  .number('number')
  .int('whole')
  .min(0, 'too_small')
  .max(MOST, 'too_big')
  .nullable()
  .default(null)
const bySex = { girls: number, boys: number, other: number }

/** Both ends are in the band; the last may be open. */
const band = z.strictObject({
  from: z.number('number').int('whole').min(0, 'too_small').max(120, 'too_big'),
  to: z.number('number').int('whole').min(0, 'too_small').max(120, 'too_big').nullable(),
  ...bySex,
})

const group = z.strictObject({
  /** As typed: it is never put right by the machine. */
  total: number,
  ...bySex,
  bands: z.array(band).max(12, 'too_many').default([]),
})

const noBody = { total: null, girls: null, boys: null, other: null, bands: [] }

export const headCount = z
  .strictObject({ french: group.default(noBody), foreign: group.default(noBody) })
  .superRefine((count, ctx) => {
    for (const origin of ORIGINS) {
      const bands = count[origin].bands.toSorted((a, b) => a.from - b.from)
      bands.forEach(({ from, to }, at) => {
        const before = bands[at - 1]
        const overlaps = before && (before.to === null || before.to >= from)
        if (overlaps || (to !== null && to < from))
          ctx.addIssue({ code: 'custom', path: [origin, 'bands'], message: 'bands_overlap' })
      })
    }
  })

export type HeadCount = z.output<typeof headCount>
export type Group = HeadCount[Origin]

export const emptyHeadCount = (): HeadCount => headCount.parse({})
