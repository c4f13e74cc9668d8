import { z } from 'zod'
import { procedure, router } from '#server/trpc/init.ts'
import { breakDownMembers } from './figure/break-down-members.server.ts'
import { countFigures } from './figure/count-figures.server.ts'
import { figureDay } from './figure/figure.schema.ts'
import { FIGURE_KEYS } from './figure/figures.ts'
import { findFigureRows } from './figure/find-figure-rows.server.ts'

const at = z.object({ day: figureDay })

export const observatoryRouter = router({
  countFigures: procedure.input(at).query(({ ctx, input }) => countFigures(ctx, input.day, FIGURE_KEYS)),
  breakDownMembers: procedure.input(at).query(({ ctx, input }) => breakDownMembers(ctx, input.day)),
  findFigureRows: procedure
    .input(
      at.extend({
        figure: z.enum(FIGURE_KEYS),
        kind: z.string().max(40).optional(),
        department: z.string().max(3).optional(),
        page: z.number().int().min(1).max(5000).default(1),
      }),
    )
    .query(({ ctx, input: { figure, day, page, kind, department } }) =>
      findFigureRows(
        ctx,
        figure,
        day,
        { ...(kind === undefined ? {} : { kind }), ...(department === undefined ? {} : { department }) },
        page,
      ),
    ),
})
