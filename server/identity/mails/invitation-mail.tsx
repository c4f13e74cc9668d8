import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'
import type { Role } from '#tenants/roles.ts'

export type InvitationProps = { network: string; by: string | null; role: Role; link: string; until: string }

const ROLE = {
  fr: {
    admin: 'administrer l’espace du réseau',
    staff: 'rejoindre l’équipe',
    board: 'suivre la vie du réseau au conseil d’administration',
    juror: 'participer à un jury',
    member: 'tenir à jour la fiche de votre structure',
    holder: 'suivre vos dossiers',
    sponsor: 'suivre les projets que vous parrainez',
    observatory: 'consulter l’observatoire',
    coordinator: 'coordonner un programme',
  },
  en: {
    admin: 'administer the network’s space',
    staff: 'join the team',
    board: 'follow the network’s life on its board',
    juror: 'take part in a jury',
    member: 'keep your organisation’s record up to date',
    holder: 'follow your applications',
    sponsor: 'follow the projects you sponsor',
    observatory: 'consult the observatory',
    coordinator: 'coordinate a programme',
  },
} as const satisfies Record<string, Record<Role, string>>

const WORDS = {
  fr: {
    subject: (network: string) => `${network} vous invite`,
    text: (network: string, by: string | null, role: Role) =>
      by
        ? `${by}, de ${network}, vous invite à ${ROLE.fr[role]} sur Maillage.`
        : `${network} vous invite à ${ROLE.fr[role]} sur Maillage.`,
    button: 'Accepter l’invitation',
    limits: (day: string) => `Le lien sert une fois, jusqu’au ${day}.`,
    other: 'Si cette invitation ne vous dit rien, ne faites rien.',
  },
  en: {
    subject: (network: string) => `${network} invites you`,
    text: (network: string, by: string | null, role: Role) =>
      by
        ? `${by}, of ${network}, invites you to ${ROLE.en[role]} on Maillage.`
        : `${network} invites you to ${ROLE.en[role]} on Maillage.`,
    button: 'Accept the invitation',
    limits: (day: string) => `The link works once, until ${day}.`,
    other: 'If this invitation means nothing to you, do nothing.',
  },
} as const

export const invitationMail: Mail<InvitationProps> = {
  name: 'identity.invitation',
  subject: ({ network }, locale) => WORDS[locale].subject(network),
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[locale]
    return (
      <>
        <Paragraph>{words.text(props.network, props.by, props.role)}</Paragraph>
        <MailAction href={letterhead.origin + props.link} label={words.button} locale={locale} />
        <Paragraph>{words.limits(props.until)}</Paragraph>
        <Paragraph>{words.other}</Paragraph>
      </>
    )
  },
}
