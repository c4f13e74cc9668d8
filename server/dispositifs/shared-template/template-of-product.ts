import { STEPS } from '../lifecycle/lifecycle.ts'
import type { Template } from '../template/template.schema.ts'
import { type SharedTemplate, sharedTemplate } from './shared-template.schema.ts'

/** A ready template of the product, as those that networks share are written: in French. */
export const templateOfProduct = (ready: Template): SharedTemplate =>
  sharedTemplate.parse({
    ...{ code: ready.code, name: ready.name.fr, aliases: ready.aliases, funder: ready.funder },
    ...{ summary: ready.summary.fr.slice(0, 600), legalText: ready.legalText ?? '' },
    ...{ intake: ready.intake, intakeUrl: ready.intakeUrl, model: ready.key },
    ...{ steps: STEPS.filter((step) => ready.steps[step]), jury: ready.jury },
    ...{ retentionMonths: ready.retentionMonths, form: ready.form, rules: ready.rules, grid: ready.grid },
    letters: [],
  })
