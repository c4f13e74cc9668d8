import { z } from 'zod'
import { isSector, type SectorKey } from '#packages/referentials/sectors.ts'
import { TIME_ZONES } from '#packages/referentials/time-zones.ts'
import { brandSchema } from './brand.ts'
import { contradictions } from './contradictions.ts'

export const NATIONAL_MISSIONS = ['observe', 'animate', 'accompany', 'coordinate', 'intermediate'] as const
export const MODULES = [
  'directory',
  'projects',
  'membership',
  'governance',
  'newsroom',
  'events',
  'support',
  'dispositifs',
  'programmes',
  'observatory',
] as const

const text = z.string().regex(/^\S(.*\S)?$/, 'must be one line, neither empty nor padded with spaces')
const key = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be small letters, figures and hyphens')
const day = z.iso.date({ error: 'must be a day that exists, written YYYY-MM-DD', abort: true })
const period = { from: day.optional(), to: day.optional() }
/** Shape only: whether such a département exists is the referentials' business. */
const department = z.string().regex(/^(\d\d|2[AB]|97\d)$/, 'must be the INSEE code of a département')

const isYearOrDay = (value: string) => /^\d{4}$/.test(value) || day.safeParse(value).success

export const collegeSchema = z.strictObject({ key, fr: text, en: text, ...period })
export const moduleSchema = z.enum(MODULES)
export const missionSchema = z
  .strictObject({
    key,
    /** What the mission counts as nationally; null for what a network does for itself. */
    national: z.enum(NATIONAL_MISSIONS).nullable(),
    fr: text,
    en: text,
    description: z.strictObject({ fr: text, en: text }).optional(),
  })
  .refine((mission) => mission.national !== null || mission.key === 'association-life', {
    path: ['national'],
    message: 'only the mission "association-life" has no national counterpart',
  })

const shape = {
  slug: key.max(40, 'must have 40 characters at most'),
  kind: z.enum(['regional', 'conference']),
  status: z.enum(['active', 'to_confirm']),
  /** Successive names, oldest first; the last one is in use. */
  names: z.array(z.strictObject({ name: text, ...period })).min(1),
  /** Other spellings found in documents, never shown: they let an import recognise the network. */
  aliases: z.array(text),
  acronym: text.optional(),
  legalForm: z.enum(['association', 'gip']),
  founded: z.string().refine(isYearOrDay, 'must be a year, or a day written YYYY-MM-DD').optional(),
  /** Structures that merged into the network: it inherits their files, not their identity. */
  predecessors: z.array(z.strictObject({ name: text, note: text.optional() })),
  /** INSEE code of the région; null for the conference. */
  region: z
    .string()
    .regex(/^\d\d$/, 'must be the INSEE code of a région')
    .nullable(),
  departments: z.array(department),
  antennas: z.array(z.strictObject({ city: text, department, main: z.boolean() })),
  website: z.url({ protocol: /^https$/, error: 'must be an address beginning with https://' }).optional(),
  brand: brandSchema,
  colleges: z.array(collegeSchema).min(1),
  missions: z.array(missionSchema).min(1),
  modules: z.array(moduleSchema).min(1),
  map: z.strictObject({
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    /** Web-Mercator level at which the territory fills a 640 x 480 frame. */
    zoom: z.number().min(3).max(14),
  }),
  timeZone: z.enum(TIME_ZONES),
  /** Periods during which the network belonged to the conference. */
  conferenceMembership: z.array(z.strictObject({ from: day, to: day.optional() })),
  /** What the network's own lists call sectors, and which of the shared ones they are: an import understands them. */
  sectorLabels: z
    .array(
      z.strictObject({
        label: text,
        sectors: z.array(z.custom<SectorKey>((key) => isSector(String(key)), 'is not a sector')).min(1),
      }),
    )
    .optional(),
  /** What the sources leave uncertain, said to the network's staff in French. */
  toVerify: z.array(z.strictObject({ field: text, note: text })),
  contact: z.strictObject({ city: text }).optional(),
}

const fields = new Set(Object.keys(shape))

export const networkSchema = z.strictObject(shape).superRefine((network, ctx) => {
  for (const { path, message } of contradictions(network)) ctx.addIssue({ code: 'custom', path, message })
  network.toVerify.forEach(({ field }, at) => {
    if (fields.has(field.split(/[.[]/)[0]!)) return
    const message = `"${field}" is not a field of a network`
    ctx.addIssue({ code: 'custom', path: ['toVerify', at, 'field'], message })
  })
})

export type Network = z.infer<typeof networkSchema>
export type College = Network['colleges'][number]
export type Mission = Network['missions'][number]
export type NationalMission = (typeof NATIONAL_MISSIONS)[number]
export type ModuleKey = (typeof MODULES)[number]
