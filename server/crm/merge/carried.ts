/**
 * What becomes, when two records are made one, of each row that names the one that goes. A table that
 * names an organisation has its line here: without it the suite fails.
 * - moves: it names the kept record from then on. `unlike`: two rows equal in these columns are one, and
 *   that of the kept record stands (`asks`: a person says which; `first`: the one that has this value),
 *   `among` the rows it speaks of. `without`: it goes where the kept record has a row of that table, carried
 *   before, for the same of its key. `of`: its words, `crm:merge.link.<of>`.
 * - listed: one id among several of a column.
 * - forgotten: it meant something for the record that goes alone.
 * - stays: history, or what the merge itself writes; `why` says it.
 */
export type Carried =
  | {
      how: 'moves'
      of: string
      /** The columns of its primary key, network_id and the link itself left out. */
      key: string[]
      unlike?: string[]
      asks?: true
      among?: string
      first?: [column: string, value: unknown]
      without?: string
      /** Where the id may name other things. */
      where?: string
    }
  | { how: 'listed'; of: string; key: string[] }
  | { how: 'forgotten'; key: string[]; why: string }
  | { how: 'stays'; why: string }

/** By « table.column », in the order they are carried. */
export const CARRIED: Record<string, Carried> = {
  'organisation.parent_id': { how: 'moves', of: 'branches', key: ['id'] },
  'person_position.organisation_id': {
    how: 'moves',
    of: 'people',
    key: ['id'],
    unlike: ['person_id', 'function', 'service', 'ended_on'],
  },
  'project_holder.organisation_id': {
    how: 'moves',
    of: 'projects',
    key: ['project_id'],
    unlike: ['project_id'],
    first: ['lead', true],
  },
  'project_partner_here.organisation_id': {
    how: 'moves',
    of: 'projects',
    key: ['project_id'],
    unlike: ['project_id'],
    without: 'project_holder',
  },
  'project_proposal.organisation_id': { how: 'moves', of: 'proposals', key: ['id'] },
  'project_tie_answer.organisation_id': { how: 'moves', of: 'projects', key: ['id'] },
  'listing_tie.organisation_id': {
    how: 'moves',
    of: 'ties',
    key: ['id'],
    unlike: ['other_network_id', 'other_organisation_id'],
  },
  'organisation_external_key.organisation_id': {
    how: 'moves',
    of: 'keys',
    key: ['source', 'key'],
  },
  'organisation_import_line.organisation_id': {
    how: 'stays',
    why: 'what a file did, and to which record, is history',
  },
  'membership.organisation_id': {
    how: 'moves',
    of: 'memberships',
    key: ['year'],
    unlike: ['year'],
    asks: true,
  },
  'grant_organisation.organisation_id': {
    how: 'moves',
    of: 'representatives',
    key: ['grant_id'],
    unlike: ['grant_id'],
  },
  'representation_request.organisation_id': {
    how: 'moves',
    of: 'requests',
    key: ['id'],
    unlike: ['account_id'],
    among: 'decided_at is null and account_id is not null',
  },
  'page_proposal.organisation_id': {
    how: 'moves',
    of: 'proposals',
    key: ['id'],
    unlike: ['account_id'],
    among: 'decided_at is null and account_id is not null',
    first: ['state', 'submitted'],
  },
  'registration.organisation_id': { how: 'moves', of: 'requests', key: ['id'] },
  'organisation_note.organisation_id': { how: 'moves', of: 'notes', key: ['id'] },
  'organisation_task.organisation_id': { how: 'moves', of: 'tasks', key: ['id'] },
  'organisation_tag.organisation_id': { how: 'moves', of: 'tags', key: ['tag_id'], unlike: ['tag_id'] },
  'organisation_message.organisation_id': { how: 'moves', of: 'messages', key: ['id'] },
  'page_campaign_recipient.organisation_id': {
    how: 'moves',
    of: 'verifications',
    key: ['id'],
    unlike: ['campaign_id'],
  },
  'organisation_publication.organisation_id': {
    how: 'moves',
    of: 'publications',
    key: ['published_at'],
    unlike: ['published_at'],
  },
  'support_act_organisation.organisation_id': {
    how: 'moves',
    of: 'support',
    key: ['act_id'],
    unlike: ['act_id'],
  },
  'dossier_holder.organisation_id': {
    how: 'moves',
    of: 'dossiers',
    key: ['dossier_id'],
    unlike: ['dossier_id'],
    first: ['lead', true],
  },
  'dossier_import_line.holder_id': {
    how: 'moves',
    of: 'dossiers',
    key: ['import_id', 'line'],
  },
  'dossier_editor.organisation_id': { how: 'moves', of: 'dossiers', key: ['id'] },
  'dossier_start.organisation_id': { how: 'moves', of: 'dossiers', key: ['id'] },
  'dossier.sponsor_id': { how: 'moves', of: 'dossiers', key: ['id'] },
  'sponsor_accreditation.organisation_id': { how: 'moves', of: 'accreditations', key: ['id'] },
  'instructor.organisation_id': { how: 'moves', of: 'instructors', key: ['id'] },
  'interest.organisation_id': {
    how: 'moves',
    of: 'instructors',
    key: ['session_id', 'instructor_id'],
    unlike: ['session_id', 'instructor_id'],
  },
  'invitation.organisation_ids': { how: 'listed', of: 'invitations', key: ['id'] },
  'stored_file.owner_id': {
    how: 'moves',
    of: 'files',
    key: ['id'],
    where: `owner_type = 'organisation' and deleted_at is null`,
  },
  'organisation_redirect.kept_id': { how: 'moves', of: 'addresses', key: ['old_id'] },
  'listing_redirect.id': { how: 'moves', of: 'addresses', key: ['slug'] },
  'duplicate_pair.left_id': { how: 'forgotten', key: ['right_id'], why: 'told of the record that goes' },
  'duplicate_pair.right_id': { how: 'forgotten', key: ['left_id'], why: 'told of the record that goes' },
  'organisation_listing.id': { how: 'stays', why: 'the merge removes it and writes that of the kept record' },
  'change_batch_line.organisation_id': { how: 'stays', why: 'what a batch changed was the record of then' },
  'listing_tie.other_organisation_id': { how: 'stays', why: 'it names an organisation of another network' },
  'project_tie.organisation_id': { how: 'stays', why: 'it names an organisation of another network' },
  'audit_entry.object_id': { how: 'stays', why: 'history is never rewritten; it is read under both ids' },
}
