import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { type Days, dayAfter } from './dossier-path.ts'
import * as files from './words/dispositif-files.ts'

export type HeadCounts = { planned: Counted; achieved?: Counted }
/** Total, girls, boys, of each group: the total is what was typed. */
type Group = readonly [number, number, number]
type Counted = { french: Group; foreign?: Group }

export type FilePlan = {
  end: DossierState
  title: string
  country: string | null
  euros: number
  /** Named by a report; otherwise drawn. */
  holders: string[]
  waived: boolean
  counted?: HeadCounts
}
export type SessionPlan = Days & {
  name: string
  year: number
  actions: [string, string]
  euros: number | null
  files: FilePlan[]
}
export type DispositifPlan = { template: string; sessions: SessionPlan[] }

const filesOf = (lines: string, counts: (HeadCounts | undefined)[] = []): FilePlan[] =>
  lines
    .trim()
    .split('\n')
    .map((line, at) => {
      const [end, title, country, euros, holders] = line.split(' | ')
      return {
        end: end!.replace('!', '') as DossierState,
        ...{ title: title!, country: country === '-' ? null : country!, euros: Number(euros) },
        holders: holders?.split(' + ') ?? [],
        waived: end!.endsWith('!'),
        counted: counts[at],
      }
    })

const came = (planned: Counted, achieved: Counted): HeadCounts => ({ planned, achieved })

/** What the report publishes of JSI: 22 French, and yet 8 girls and 13 boys. Nobody puts it right. */
const JSI_COUNTS = [
  came({ french: [10, 5, 5], foreign: [12, 4, 8] }, { french: [10, 4, 6], foreign: [14, 4, 10] }),
  came({ french: [12, 5, 7], foreign: [14, 4, 10] }, { french: [12, 4, 7], foreign: [14, 3, 11] }),
] as const
const VVV_COUNTS = [
  came({ french: [12, 6, 6], foreign: [8, 5, 3] }, { french: [11, 5, 6], foreign: [8, 5, 3] }),
  came({ french: [12, 6, 6], foreign: [10, 6, 4] }, { french: [12, 6, 6], foreign: [9, 6, 3] }),
  came({ french: [10, 5, 5], foreign: [8, 5, 3] }, { french: [10, 5, 5], foreign: [7, 5, 2] }),
] as const

/** 1,805 pupils in twenty tandems. */
const PUPILS = [24, 28, 52, 56, 60, 75, 81, 84, 90, 92, 96, 98, 102, 104, 110, 118, 124, 130, 136, 145]

type Call = Pick<SessionPlan, 'opens' | 'closes' | 'jury' | 'decided' | 'actions'>
const FIRST: Call = {
  ...{ opens: '2024-12-02', closes: '2025-02-14', jury: '2025-03-20', decided: '2025-04-24' },
  actions: ['2025-05-01', '2025-12-31'],
}
const SECOND: Call = {
  ...{ opens: '2025-03-17', closes: '2025-05-13', jury: '2025-05-27', decided: '2025-07-03' },
  actions: ['2025-07-15', '2026-02-28'],
}
const call = (
  name: string,
  when: Call,
  euros: number | null,
  list: FilePlan[],
  year = 2025,
): SessionPlan => ({
  ...{ name, year, ...when, euros, files: list },
})

/** Open today, whatever the day. */
function openCall(today: string, euros: number | null, list: FilePlan[]) {
  const days = { opens: dayAfter(today, -30), closes: dayAfter(today, 40), jury: dayAfter(today, 60) }
  const actions: [string, string] = [dayAfter(today, 100), dayAfter(today, 400)]
  const year = Number(today.slice(0, 4))
  return call(`Session ${year}`, { ...days, decided: dayAfter(today, 90), actions }, euros, list, year)
}

const YEAR: Call = {
  ...{ opens: '2025-01-06', closes: '2025-01-31', jury: '2025-02-13', decided: '2025-02-20' },
  actions: ['2025-03-01', '2025-11-23'],
}

/** SO Coopération's 2025, as its report counts it. */
const soCooperation = (today: string): DispositifPlan[] => [
  {
    template: 'isi',
    sessions: [
      call('Session 1 de 2025', FIRST, 30_000, filesOf(files.ISI_FIRST)),
      call('Session 2 de 2025', SECOND, 30_000, filesOf(files.ISI_SECOND)),
      openCall(today, 35_000, filesOf(files.ISI_OPEN)),
    ],
  },
  {
    template: 'jsi',
    sessions: [
      call('Session 1 de 2025', FIRST, 16_000, filesOf(files.JSI_FIRST, [JSI_COUNTS[0]])),
      call('Session 2 de 2025', SECOND, 16_000, filesOf(files.JSI_SECOND, [JSI_COUNTS[1]])),
      openCall(today, 24_000, filesOf(files.JSI_OPEN)),
    ],
  },
  {
    template: 'vvv_si',
    sessions: [
      call('Session 1 de 2025', FIRST, 20_000, filesOf(files.VVV_FIRST, [VVV_COUNTS[0], VVV_COUNTS[1]])),
      call('Session 2 de 2025', SECOND, 12_000, filesOf(files.VVV_SECOND, [VVV_COUNTS[2]])),
    ],
  },
  {
    template: 'incubator',
    sessions: [
      call('Promotion 2025', YEAR, null, filesOf(files.INCUBATED)),
      openCall(today, null, filesOf(files.INCUBATOR_OPEN)),
    ],
  },
  {
    template: 'preliminary_study',
    sessions: [call('Études 2025', FIRST, 30_000, filesOf(files.STUDIES))],
  },
]

const SCHOOL_YEAR: Call = {
  ...{ opens: '2025-07-01', closes: '2025-10-15', jury: '2025-11-04', decided: '2025-11-14' },
  actions: ['2025-11-15', '2026-06-30'],
}

function tandems(): DispositifPlan {
  const counts = PUPILS.map((pupils): HeadCounts => {
    const girls = Math.floor(pupils / 2)
    return { planned: { french: [pupils, girls, pupils - girls] } }
  })
  return {
    template: 'tandems',
    sessions: [call('Année scolaire 2025-2026', SCHOOL_YEAR, 16_000, filesOf(files.TANDEMS, counts))],
  }
}

export function dispositifsOf(slug: string, today: string): DispositifPlan[] {
  if (slug === 'so-cooperation') return soCooperation(today)
  const isi = call('Session 2 de 2025', SECOND, 20_000, filesOf(files.ELSEWHERE))
  const usual = { template: 'isi', sessions: [isi] }
  return slug === 'occitanie-cooperation' ? [tandems(), usual] : [usual]
}
