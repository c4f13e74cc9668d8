import type { NoticeKind } from './kernel/notifications/notice-kind.ts'

/** Every kind of notice of the product; each is declared in its capability and listed here. */
export const NOTICES: NoticeKind[] = [
  { kind: 'identity.accepted' },
  { kind: 'identity.asked' },
  { kind: 'crm.task' },
  { kind: 'kernel.handed_over' },
  { kind: 'kernel.bounced' },
]
