type Said = {
  dossier?: string
  call?: string
  by?: string
  reason?: string
  at?: string
  dueOn?: string
  network: string
}
type Words = { subject: (said: Said) => string; text: (said: Said) => string[]; button: string }

const named = (name: string | undefined) => (name ? ` « ${name} »` : '')
const quoted = (name: string | undefined) => (name ? ` “${name}”` : '')

export const HOLDER_WORDS = {
  fr: {
    start: {
      subject: () => 'Votre dossier vous attend',
      text: ({ call, network }) => [
        `Vous souhaitez déposer un dossier auprès de ${network} : ${call}.`,
        'Le bouton ouvre votre dossier. Il sert une fois, pendant une journée. Rien n’est à retenir : vous pourrez revenir avec la même adresse.',
        'Si vous n’avez rien demandé, ne faites rien : aucun dossier ne sera créé.',
      ],
      button: 'Commencer mon dossier',
    },
    invited: {
      subject: ({ dossier }) => `Invitation à écrire le dossier${named(dossier)}`,
      text: ({ by, dossier, network }) => [
        `${by} vous invite à écrire avec d’autres le dossier${named(dossier)}, déposé auprès de ${network}.`,
        'Ce lien sert une fois, pendant quatorze jours.',
      ],
      button: 'Rejoindre le dossier',
    },
    complete: {
      subject: ({ dossier }) => `À confirmer et à compléter : votre dossier${named(dossier)}`,
      text: ({ dossier, network }) => [
        `L’équipe de ${network} suit en région votre dossier${named(dossier)}, déposé sur la plateforme du financeur.`,
        'Relisez ce qu’elle en a repris, complétez ce qui manque, puis confirmez : vous n’avez rien à ressaisir.',
        'Ce lien sert une fois, pendant quatorze jours.',
      ],
      button: 'Relire et compléter',
    },
    received: {
      subject: ({ dossier }) => `Dossier reçu${named(dossier)}`,
      text: ({ dossier, at, network }) => [
        `${network} a bien reçu votre dossier${named(dossier)} le ${at}.`,
        'Votre accusé de réception (PDF) et la suite de l’instruction sont sur sa page.',
      ],
      button: 'Voir mon dossier',
    },
    sponsor: {
      subject: ({ dossier }) => `Dossier transmis à la marraine${named(dossier)}`,
      text: ({ dossier, at }) => [
        `Votre dossier${named(dossier)} a été transmis à l’association marraine le ${at}.`,
        'Il sera déposé quand elle l’aura validé : elle doit le faire avant la clôture.',
      ],
      button: 'Voir mon dossier',
    },
    correction: {
      subject: ({ dossier }) => `Des corrections vous sont demandées${named(dossier)}`,
      text: ({ dossier, network, reason, dueOn }) => [
        `L’équipe de ${network} vous demande de reprendre quelques réponses du dossier${named(dossier)}, au plus tard le ${dueOn}.`,
        `${reason}`,
        'Seules les réponses demandées sont ouvertes ; le reste ne change pas.',
      ],
      button: 'Corriger mon dossier',
    },
    correctionSoon: {
      subject: ({ dossier }) => `Corrections attendues bientôt${named(dossier)}`,
      text: ({ dossier, dueOn }) => [
        `Les corrections demandées pour le dossier${named(dossier)} sont attendues au plus tard le ${dueOn}.`,
      ],
      button: 'Corriger mon dossier',
    },
    cancelled: {
      subject: ({ dossier }) => `Plus de correction à faire${named(dossier)}`,
      text: ({ dossier }) => [
        `La demande de correction du dossier${named(dossier)} est annulée : vous n’avez rien à faire.`,
      ],
      button: 'Voir mon dossier',
    },
    closing: {
      subject: ({ dossier }) => `L’appel ferme bientôt${named(dossier)}`,
      text: ({ dossier, at }) => [
        `Votre dossier${named(dossier)} est encore un brouillon, et l’appel ferme le ${at}.`,
        'Relisez la liste de ce qui manque, puis déposez-le.',
      ],
      button: 'Reprendre mon dossier',
    },
  },
  en: {
    start: {
      subject: () => 'Your application is waiting',
      text: ({ call, network }) => [
        `You wish to submit an application to ${network}: ${call}.`,
        'The button opens your application. It works once, for a day. There is nothing to remember: you can come back with the same address.',
        'If you asked for nothing, do nothing: no application will be made.',
      ],
      button: 'Start my application',
    },
    invited: {
      subject: ({ dossier }) => `Invitation to write the application${quoted(dossier)}`,
      text: ({ by, dossier, network }) => [
        `${by} invites you to write with others the application${quoted(dossier)}, submitted to ${network}.`,
        'This link works once, for fourteen days.',
      ],
      button: 'Join the application',
    },
    complete: {
      subject: ({ dossier }) => `To confirm and complete: your application${quoted(dossier)}`,
      text: ({ dossier, network }) => [
        `The team of ${network} follows your application${quoted(dossier)}, submitted on the funder’s platform.`,
        'Read what was taken from it, complete what is missing, then confirm: nothing has to be typed again.',
        'This link works once, for fourteen days.',
      ],
      button: 'Read and complete',
    },
    received: {
      subject: ({ dossier }) => `Application received${quoted(dossier)}`,
      text: ({ dossier, at, network }) => [
        `${network} received your application${quoted(dossier)} on ${at}.`,
        'Your receipt (PDF) and what happens next are on its page.',
      ],
      button: 'See my application',
    },
    sponsor: {
      subject: ({ dossier }) => `Application sent to the sponsor${quoted(dossier)}`,
      text: ({ dossier, at }) => [
        `Your application${quoted(dossier)} was sent to the sponsoring association on ${at}.`,
        'It will be submitted once they have approved it: they must do so before closing.',
      ],
      button: 'See my application',
    },
    correction: {
      subject: ({ dossier }) => `Corrections are asked of you${quoted(dossier)}`,
      text: ({ dossier, network, reason, dueOn }) => [
        `The team of ${network} asks you to rework some answers of the application${quoted(dossier)}, by ${dueOn} at the latest.`,
        `${reason}`,
        'Only the answers they name are open; the rest does not change.',
      ],
      button: 'Correct my application',
    },
    correctionSoon: {
      subject: ({ dossier }) => `Corrections due soon${quoted(dossier)}`,
      text: ({ dossier, dueOn }) => [
        `The corrections asked for the application${quoted(dossier)} are due by ${dueOn}.`,
      ],
      button: 'Correct my application',
    },
    cancelled: {
      subject: ({ dossier }) => `Nothing to correct any more${quoted(dossier)}`,
      text: ({ dossier }) => [
        `The request to correct the application${quoted(dossier)} is cancelled: you have nothing to do.`,
      ],
      button: 'See my application',
    },
    closing: {
      subject: ({ dossier }) => `The call closes soon${quoted(dossier)}`,
      text: ({ dossier, at }) => [
        `Your application${quoted(dossier)} is still a draft, and the call closes on ${at}.`,
        'Read the list of what is missing, then submit it.',
      ],
      button: 'Go on with my application',
    },
  },
} as const satisfies Record<'fr' | 'en', Record<string, Words>>
