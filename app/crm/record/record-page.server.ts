import { days } from '#packages/referentials/dates.ts'
import { getRecordPage } from '#server/crm/organisation/get-record-page.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { identity } from '#server/identity/permissions.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { isReadable } from '#server/kernel/files/read-file.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { upkeep } from '#server/kernel/rules.ts'
import { RECORD_PARTS, TIMELINE_SOURCES } from '#server/record-parts.ts'
import { fileLines } from '../../kernel/file-lines.server.ts'
import { historyLines } from '../../kernel/journal-view.server.ts'
import { nameOf } from '../../shell.server.ts'
import { shownSupport } from '../../support/support-view.server.ts'
import { ownFacts } from '../own-field/own-facts.server.ts'
import { recordView } from '../record-view.server.ts'
import { storyAsked, storyView } from './story-view.server.ts'
import { collegeLabel } from './story-words.server.ts'
import { noteLines, taskLines } from './upkeep-view.server.ts'

/** A record as its page shows it: each part in the reader's words, and what this person may do. */
export async function recordPage(ctx: StaffContext, id: string, query: URLSearchParams) {
  const { network, locale } = ctx
  const record = await getRecordPage(ctx, id, RECORD_PARTS, TIMELINE_SOURCES, storyAsked(query))
  const {
    history,
    files,
    representatives,
    memberships,
    notes,
    tasks,
    tags,
    team,
    support,
    ownFields,
    merged,
    ...parts
  } = record.parts
  const day = days(locale, 'UTC')
  const readable = (files ?? []).map((file) => ({ ...file, readable: isReadable(file, ctx.account.id) }))
  return {
    ...recordView(record, network, nameOf(network), locale),
    home: `/${network.slug}/bureau/structures/${id}`,
    people: `/${network.slug}/bureau/personnes`,
    contact: { email: record.email, phone: record.phone, website: record.website },
    me: ctx.account.id,
    mayWritePeople: may(ctx, crm['person:write']),
    memberOf: memberships?.[0]?.year ?? null,
    support: shownSupport(support, id, ctx),
    story: storyView(record.story, ctx),
    parts,
    memberships: (memberships ?? []).map(({ year, college, joinedOn }) => ({
      year,
      college: collegeLabel(college, network, locale),
      joined: day.format(new Date(joinedOn)),
    })),
    files: fileLines(readable, network, locale),
    representatives: (representatives ?? []).map(({ since, ...one }) => ({
      ...one,
      since: day.format(new Date(since)),
    })),
    notes: noteLines(notes ?? [], ctx),
    tasks: taskLines(tasks ?? [], ctx),
    ownFacts: ownFacts(record.ownFields, ownFields ?? [], locale),
    tags: tags ?? [],
    // Oneself first: most of what one notes is for oneself.
    team: (team ?? []).toSorted((a, b) => Number(b.id === ctx.account.id) - Number(a.id === ctx.account.id)),
    keeper: record.lookedAfterBy,
    verifiedOn: record.verifiedAt && days(locale, network.timeZone, 'long').format(record.verifiedAt),
    history: historyLines(history ?? [], network, locale, ownFields ?? []),
    merged: merged ?? 0,
    mayInvite: may(ctx, identity['representative:manage']),
    mayEdit: may(ctx, crm[record.publishedAt ? 'organisation:correct' : 'organisation:write']),
    mayWrite: may(ctx, crm['organisation:write']),
    mayPublish: may(ctx, crm['organisation:publish']),
    journal: may(ctx, upkeep['journal:read']) ? `/${network.slug}/bureau/journal?fiche=${id}` : null,
  }
}
