import { messageMail } from './crm/mails/message-mail.tsx'
import { proposalMail } from './crm/mails/proposal-mail.tsx'
import { registrationMail } from './crm/mails/registration-mail.tsx'
import { verifyMail } from './crm/mails/verify-mail.tsx'
import { expertMail } from './dispositifs/mails/expert-mail.tsx'
import { holderMail } from './dispositifs/mails/holder-mail.tsx'
import { letterMail } from './dispositifs/mails/letter-mail.tsx'
import { accessMail } from './identity/mails/access-mail.tsx'
import { newAddressMail, oldAddressMail } from './identity/mails/address-mails.tsx'
import { invitationMail } from './identity/mails/invitation-mail.tsx'
import { resetLinkMail, signInLinkMail } from './identity/mails/link-mails.tsx'
import { representationMail } from './identity/mails/representation-mail.tsx'
import { securityMail } from './identity/mails/security-mail.tsx'
import { confirmationMail } from './kernel/link/mails/confirmation-mail.tsx'
import type { Mail } from './kernel/mail/mail.ts'
import { digestMail } from './kernel/notifications/mails/digest.tsx'

/** Every mail of the product; each is declared in its capability and listed here. */
// biome-ignore lint/suspicious/noExplicitAny: each mail has its own properties
export const MAILS: Mail<any>[] = [
  signInLinkMail,
  resetLinkMail,
  oldAddressMail,
  newAddressMail,
  invitationMail,
  accessMail,
  representationMail,
  securityMail,
  proposalMail,
  confirmationMail,
  registrationMail,
  verifyMail,
  messageMail,
  letterMail,
  holderMail,
  digestMail,
  expertMail,
]
