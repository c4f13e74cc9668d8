import { z } from 'zod'

/** A day of which figures are asked: one that exists, not before networks did. */
export const figureDay = z.iso.date().refine((day) => day >= '1990-01-01' && day <= '2200-12-31')
