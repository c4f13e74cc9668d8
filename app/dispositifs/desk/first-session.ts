import { STEPS } from '#server/dispositifs/lifecycle/lifecycle.ts'
import type { SharedTemplate } from '#server/dispositifs/shared-template/shared-template.schema.ts'
import { templateByKey } from '#server/dispositifs/template/templates.ts'

type From = {
  template: string | null
  taken: Pick<SharedTemplate, 'steps' | 'jury' | 'retentionMonths'> | null
}

/** What a new session is proposed with: the next call of its template's calendar, to be put right. */
export function firstSession({ template, taken }: From, today: string, timeZone: string) {
  const model = template ? templateByKey(template) : undefined
  const year = Number(today.slice(0, 4))
  const next = (monthDay: string | null | undefined, after: string) => {
    if (!monthDay) return ''
    const day = `${after.slice(0, 4)}-${monthDay}`
    return day >= after ? day : `${Number(after.slice(0, 4)) + 1}-${monthDay}`
  }
  const call = model?.calendar.find(({ opens, closes }) => opens && closes)
  const closes = next(call?.closes, today)
  const opens = call?.opens && closes ? `${closes.slice(0, 4)}-${call.opens}` : ''
  return {
    name: '',
    year: String(year),
    opensAt: opens ? `${opens}T08:00` : '',
    closesAt: closes ? `${closes}T23:59` : '',
    timeZone,
    ...{ actionsFrom: '', actionsTo: '', envelope: '' },
    jury: taken?.jury ?? model?.jury ?? 'simple',
    retentionMonths: String(taken?.retentionMonths ?? model?.retentionMonths ?? 60),
    alsoRegions: [] as string[],
    steps: (taken?.steps ?? STEPS.filter((step) => model?.steps[step])) as string[],
  }
}
