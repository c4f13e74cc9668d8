import { waitingPairs } from '#server/crm/duplicate/find-pairs.server.ts'
import { countProposals } from '#server/crm/proposal/find-proposals.server.ts'
import { countRegistrations } from '#server/crm/registration/find-registrations.server.ts'
import { countRequests } from '#server/identity/representation/find-requests.server.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { countUnread } from '#server/kernel/notifications/count-unread.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { DESK, type DeskGroup, MISSIONS } from './navigation.ts'

/** How many things await an answer behind an entry. */
const WAITING: Record<string, (ctx: Context) => Promise<number>> = {
  requests: async (ctx) => (await countRequests(ctx)) + (await countRegistrations(ctx)),
  proposals: countProposals,
  duplicates: waitingPairs,
}

/** The rail of one person: missions that have something for them, and in each what they may open. */
export async function railOf(ctx: StaffContext) {
  const { network, locale } = ctx
  const open = DESK.filter(
    ({ rule }) => may(ctx, rule) && (!rule.module || network.modules.includes(rule.module)),
  )
  const own = (key: string) =>
    network.missions.find((mission) => (mission.national ?? mission.key) === key)?.[locale] ?? null
  const entries = await Promise.all(
    open.map(async ({ mission, group, key, path }) => {
      return { mission, group, key, path, waiting: (await WAITING[key]?.(ctx)) ?? 0 }
    }),
  )
  return {
    unread: await countUnread(ctx),
    missions: MISSIONS.flatMap((key) => {
      const inMission = entries.filter(({ mission }) => mission === key)
      return inMission.length === 0 ? [] : [{ key, name: own(key), entries: folded(inMission) }]
    }),
  }
}

export type RailEntry = { key: string; path: string; waiting: number }
export type RailGroup = { group: DeskGroup; waiting: number; entries: RailEntry[] }

/** The pages of a group stand together, where its first one does; one page alone needs no group around it. */
function folded(entries: (RailEntry & { group?: DeskGroup })[]): (RailEntry | RailGroup)[] {
  return entries.flatMap((entry): (RailEntry | RailGroup)[] => {
    const { group } = entry
    const together = entries.filter((other) => group && other.group === group)
    if (!group || together.length < 2) return [entry]
    if (together[0] !== entry) return []
    return [{ group, waiting: together.reduce((sum, { waiting }) => sum + waiting, 0), entries: together }]
  })
}
