import type { LetterKey } from './letter.ts'

type Words = { subject: string; body: string }

const letter = (subject: string, ...paragraphs: string[]): Words => ({
  subject,
  body: ['Bonjour {{personne}},', ...paragraphs, 'Bien cordialement,\nl’équipe de {{reseau}}'].join('\n\n'),
})

/** As they come with the product; each network writes its own over them, dispositif by dispositif. */
export const DEFAULT_LETTERS: Record<LetterKey, Words> = {
  submitted: letter(
    '{{dispositif}} : votre dossier n° {{numero}} est déposé',
    'Nous avons bien reçu le dossier « {{projet}} » (porteur : {{porteur}}), déposé pour {{session}}.',
    'Nous vérifions maintenant qu’il est complet, et reviendrons vers vous s’il manque quelque chose.',
  ),
  to_validate: letter(
    '{{dispositif}} : un dossier attend votre validation',
    '{{porteur}} vous demande de valider, comme association marraine, le dossier « {{projet}} » (n° {{numero}}, {{session}}).',
    'Il ne comptera que si vous le validez avant la clôture : {{cloture}}. Vous pouvez le lire, le valider, ou le renvoyer à l’association en lui disant pourquoi.',
  ),
  correction: letter(
    '{{dispositif}} : votre dossier n° {{numero}} est à corriger',
    'Le dossier « {{projet}} » (porteur : {{porteur}}) demande une correction : {{motif}}',
    'Merci de le compléter ; il poursuivra ensuite son instruction.',
  ),
  opinion: letter(
    '{{dispositif}} : avis régional sur votre dossier n° {{numero}}',
    'Le jury régional a examiné le dossier « {{projet}} » (porteur : {{porteur}} ; {{session}}).',
    '{{motif}}',
    'Cet avis n’est pas encore une décision : celle-ci vous sera annoncée par un autre courrier.',
  ),
  financed: letter(
    '{{dispositif}} : votre projet « {{projet}} » est financé',
    'Nous avons le plaisir de vous annoncer que le dossier n° {{numero}} (porteur : {{porteur}}), déposé pour {{session}}, est financé.',
    'Montant accordé : {{montant}}. Décision du {{date_decision}}, référence {{reference}}.',
    'Un bilan sera attendu après l’action, au plus tard le {{echeance_bilan}}. Prévenez-nous de tout changement de dates, de budget ou de groupe.',
  ),
  refused: letter(
    '{{dispositif}} : décision sur votre dossier n° {{numero}}',
    'Le dossier « {{projet}} » (porteur : {{porteur}}), déposé pour {{session}}, n’a pas été retenu. Décision du {{date_decision}}, référence {{reference}}.',
    'Motif : {{motif}}',
    'Nous restons à votre disposition pour en parler et pour préparer une autre demande.',
  ),
  adjourned: letter(
    '{{dispositif}} : votre dossier n° {{numero}} est ajourné',
    'La décision sur le dossier « {{projet}} » (porteur : {{porteur}}), déposé pour {{session}}, est reportée. Décision du {{date_decision}}, référence {{reference}}.',
    'Motif : {{motif}}',
    'Nous reviendrons vers vous pour la suite de son examen.',
  ),
  advance: letter(
    '{{dispositif}} : acompte pour « {{projet}} »',
    'Un acompte de {{acompte}} est versé pour le dossier n° {{numero}} (porteur : {{porteur}} ; {{session}}).',
    'Association marraine : {{marraine}}.',
  ),
  report_due: letter(
    '{{dispositif}} : le bilan de « {{projet}} » est attendu',
    'Le bilan du dossier n° {{numero}} (porteur : {{porteur}}) est attendu pour le {{echeance_bilan}}.',
    'Il comprend les effectifs réellement accueillis, les dépenses et le récit de l’action. Sans lui, le solde ne peut pas être versé.',
  ),
  settled: letter(
    '{{dispositif}} : votre dossier n° {{numero}} est soldé',
    'Le bilan de « {{projet}} » est reçu et le dossier (porteur : {{porteur}}) est soldé. Montant accordé : {{montant}}.',
    'Merci pour ce projet, et pour les jeunes qui l’ont fait vivre.',
  ),
}
