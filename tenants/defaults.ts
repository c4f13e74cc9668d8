import { z } from 'zod'
import defaults from './defaults.json' with { type: 'json' }
import { type Fault, faultsOf, plainWords } from './faults.ts'
import { collegeSchema, missionSchema, moduleSchema } from './schema.ts'

const defaultsSchema = z.strictObject({
  colleges: z.array(collegeSchema),
  missions: z.array(missionSchema),
  presets: z.record(z.string(), z.array(moduleSchema)),
})

export function faultsOfDefaults(): Fault[] {
  const parsed = defaultsSchema.safeParse(defaults, { error: plainWords })
  return parsed.success ? [] : faultsOf('tenants/defaults.json', parsed.error.issues)
}

/** Puts the shared sets where a network file writes "default" or the name of a preset. */
export function withDefaults(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return written
  const network: Record<string, unknown> = { ...written }
  if (network.colleges === 'default') network.colleges = defaults.colleges
  if (network.missions === 'default') network.missions = defaults.missions
  const preset = network.modules
  if (typeof preset === 'string' && Object.hasOwn(defaults.presets, preset))
    network.modules = defaults.presets[preset as keyof typeof defaults.presets]
  return structuredClone(network)
}

/** Said instead of « must be a list » where a word is allowed too. */
export const WORDS_ALLOWED: Record<string, string> = {
  colleges: 'must be a list, or "default"',
  missions: 'must be a list, or "default"',
  modules: `must be a list, or one of: ${Object.keys(defaults.presets).join(', ')}`,
}

export const PRESETS: readonly string[] = Object.keys(defaults.presets)
