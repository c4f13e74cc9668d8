import { frameShape } from '#server/directory/public.ts'
import { projectFilters } from '../listing/filters.schema.ts'

/** A view of the map of a panorama: its filters, the frame, and how near. */
export const projectPointsSchema = projectFilters
  .omit({ page: true, per_page: true, sort: true })
  .extend(frameShape)
