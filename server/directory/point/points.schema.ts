import { z } from 'zod'
import { FARTHEST_ZOOM, readBounds } from '#packages/map/points.ts'
import { nationalFiltersSchema } from '../organisation/filters.schema.ts'

/** Where a map of points looks, and how near. */
export const frameShape = {
  bbox: z.string().transform((text, ctx) => {
    const bounds = readBounds(text)
    if (bounds) return bounds
    ctx.addIssue({ code: 'custom', message: 'not_a_frame' })
    return z.NEVER
  }),
  z: z.coerce
    .number()
    .min(0, 'not_a_zoom')
    .max(24, 'not_a_zoom')
    .transform((zoom) => Math.min(FARTHEST_ZOOM, Math.floor(zoom))),
}

/** A view of the map of a search: its filters and its frame. */
export const pointsSchema = nationalFiltersSchema
  .omit({ page: true, per_page: true, sort: true })
  .extend(frameShape)

export type PointsAsked = z.output<typeof pointsSchema>
