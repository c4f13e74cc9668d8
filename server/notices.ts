import type { NoticeKind } from './kernel/notifications/notice-kind.ts'

/** Every kind of notice of the product; each is declared in its capability and listed here. */
export const NOTICES: NoticeKind[] = [
  { kind: 'identity.accepted' },
  { kind: 'identity.asked' },
  { kind: 'identity.colleague_asked' },
  { kind: 'identity.colleague_invited' },
  { kind: 'crm.registered' },
  { kind: 'crm.corrected' },
  { kind: 'crm.message' },
  { kind: 'crm.message_unreached' },
  { kind: 'crm.task' },
  { kind: 'crm.tasks' },
  { kind: 'crm.proposed' },
  { kind: 'crm.published_by_member' },
  { kind: 'crm.proposal_taken' },
  { kind: 'crm.proposal_refused' },
  { kind: 'projects.proposed' },
  { kind: 'projects.published_by_member' },
  { kind: 'projects.proposal_taken' },
  { kind: 'projects.proposal_refused' },
  { kind: 'directory.tie_asked' },
  { kind: 'directory.tie_joined' },
  { kind: 'directory.tie_apart' },
  { kind: 'dispositifs.message' },
  { kind: 'kernel.handed_over' },
  { kind: 'kernel.bounced' },
]
