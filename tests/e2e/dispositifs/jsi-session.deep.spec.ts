import { sure, usable } from '#tests/support/at-both-sizes.ts'
import {
  decide,
  noteStep,
  openOwn,
  passOn,
  planPayment,
  reportDue,
  sendLetter,
  sendReport,
  settle,
} from '#tests/support/follow-up-in-browser.ts'
import { expect, test } from '#tests/support/journey.ts'
import {
  accredit,
  completeFile,
  dayIn,
  enterDraft,
  importSession,
  inviteHolder,
  openSession,
  tab,
} from '#tests/support/jsi-in-browser.ts'
import {
  callTheRoll,
  comeIn,
  declareNoTie,
  distribute,
  fullName,
  giveOpinion,
  joinPool,
  OWN,
  planSitting,
  readFile,
  recuse,
  reviewAll,
  signMinutes,
} from '#tests/support/jury-in-browser.ts'
import { signIn } from '#tests/support/signed-in.ts'

const SESSION = `Printemps ${OWN}`
const SPONSOR = 'Al Nadja sans frontières'
const ORCHARD = `Un verger à Jacqueville ${OWN}`
const LIBRARY = `Une bibliothèque à Daloa ${OWN}`
const HIVES = `Des ruches à Sokodé ${OWN}`
const mail = (who: string) => `${who}.${OWN}@essai.example`

test('a whole session of JSI: deposited elsewhere, validated, instructed, judged, decided, paid, told and settled', async ({
  page: staff,
  visitor,
}) => {
  test.setTimeout(1_200_000)
  await signIn(staff, 'staff@so-cooperation.demo')
  await staff.goto('/so-cooperation/bureau')
  await staff.getByRole('link', { name: 'Dispositifs', exact: true }).click()

  // The team accredits a sponsor, opens the session and brings in what was deposited on the platform.
  await accredit(staff, SPONSOR, mail('marraine'))
  await usable(staff, 'sponsor-at-desk')
  await staff.getByRole('link', { name: 'Dispositifs', exact: true }).first().click()
  await staff.getByRole('main').getByRole('link', { name: 'JSI', exact: true }).click()
  const session = await openSession(staff, SESSION, '15 000')
  const of = { sponsor: SPONSOR }
  await importSession(staff, [
    { ...of, number: `${OWN}-014`, holder: 'Akwaba Jacqueville', title: ORCHARD, asked: '6000' },
    { ...of, number: `${OWN}-015`, holder: 'Amitié Bayonne–Daloa', title: LIBRARY, asked: '7500' },
  ])
  await staff.goto(session)
  await usable(staff, 'inbox')

  // The holder confirms and completes; nothing is typed twice.
  await staff.getByRole('link', { name: ORCHARD }).click()
  await inviteHolder(staff, mail('porteuse'), 'Ama Exemple')
  const holder = await visitor()
  await completeFile(holder, mail('porteuse'))
  await openOwn(holder, ORCHARD)
  await sure(holder, 'Confirmer le dossier')
  await expect(holder.getByText('l’équipe sait que le dossier est juste')).toBeVisible()
  await usable(holder, 'holder-file')

  // The sponsor's people come in by the mail and validate before closing.
  await staff.goto(session)
  await enterDraft(staff, { title: HIVES, holder: 'ACAMO', sponsor: SPONSOR })
  await staff.getByRole('button', { name: 'Soumettre à la marraine' }).click()
  await expect(staff.getByText('À valider par la marraine').first()).toBeVisible()
  const sponsor = await visitor()
  await comeIn(sponsor, mail('marraine'), 'Sami Exemple')
  await usable(sponsor, 'sponsor-home')
  await sponsor.getByRole('link', { name: 'Mes parrainages' }).first().click()
  await expect(sponsor.getByText('À valider avant la clôture').first()).toBeVisible()
  await usable(sponsor, 'portfolio')
  await sponsor.getByRole('link', { name: new RegExp(HIVES) }).click()
  await usable(sponsor, 'sponsored-file')
  // Its papers are not there yet: the sponsor is told, and answers for it all the same.
  await sponsor.getByRole('button', { name: 'Valider et déposer' }).click()
  await expect(sponsor.getByText('manquent encore')).toBeVisible()
  await sponsor.getByRole('button', { name: 'Confirmer quand même' }).click()
  await expect(sponsor.getByText('Vous avez validé le dossier')).toBeVisible()

  // Complete, then eligible: one by its page, the others together.
  await staff.goto(session)
  await staff.getByRole('link', { name: ORCHARD }).click()
  await staff.getByRole('button', { name: 'Marquer complet' }).click()
  await staff.getByRole('button', { name: 'Déclarer recevable' }).click()
  await expect(staff.getByRole('button', { name: 'Marquer instruit' })).toBeVisible()
  await staff.getByRole('link', { name: SESSION }).click()
  for (const [step, state] of [
    ['Marquer complet', 'Complet'],
    ['Déclarer recevable', 'Recevable'],
  ] as const) {
    for (const number of [2, 3]) await staff.getByLabel(`Cocher le dossier n° ${number}`).check()
    await staff.getByLabel('Suite').selectOption({ label: step })
    await staff.getByRole('button', { name: 'Faire avancer' }).click()
    for (const title of [LIBRARY, HIVES])
      await expect(staff.getByRole('row', { name: title })).toContainText(state)
    await staff.goto(session)
  }

  // Three readers; what the network knows of one of them hides a file from him.
  await staff.getByRole('link', { name: 'Dispositifs', exact: true }).first().click()
  await staff.getByRole('link', { name: 'Jurys' }).click()
  await staff.getByRole('link', { name: 'Instructeurs', exact: true }).click()
  await expect(staff.getByRole('link', { name: 'Ajouter une personne' })).toBeVisible()
  const pool = staff.url()
  const join = async (name: string, from?: string) => {
    await staff.goto(pool)
    return joinPool(staff, visitor, { name, email: mail(name.toLowerCase()), ...(from ? { from } : {}) })
  }
  const lina = await join('Lina', 'Accueil et Refuge')
  const marc = await join('Marc', 'Amitié Bayonne–Daloa')
  const nour = await join('Nour')
  await staff.goto(session)
  await tab(staff, 'Instruction')
  await staff.getByLabel('Avis attendus pour le').fill(dayIn(25))
  await staff.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(staff.getByText('Réglages enregistrés')).toBeVisible()
  for (const name of ['Lina', 'Marc', 'Nour']) await staff.getByLabel(fullName(name)).check()
  await staff.getByRole('button', { name: 'Enregistrer ce choix' }).click()
  await expect(staff.getByText('Le choix des instructeurs est enregistré')).toBeVisible()
  await expect(staff.getByText('Vient de « Amitié Bayonne–Daloa », porteur du dossier')).toBeVisible()
  await usable(lina, 'juror-home')
  for (const reader of [lina, marc, nour]) await declareNoTie(reader)
  await staff.getByRole('button', { name: new RegExp(`Confirmer — ${fullName('Marc')}`) }).click()
  await expect(staff.getByText('Le conflit est tranché')).toBeVisible()
  await usable(staff, 'instruction')
  await distribute(staff, session)

  // Files are read; one recuses, and somebody else reads hers.
  await recuse(nour, /verger|ruches/)
  await reviewAll(nour, 4)
  await readFile(lina, LIBRARY)
  await expect(lina.getByText(fullName('Nour'))).toHaveCount(0)
  await expect(lina.getByRole('link', { name: `dossier ${OWN}-015.pdf` })).toBeVisible()
  await usable(lina, 'review')
  await reviewAll(lina, 2)
  await reviewAll(marc, 4)
  await readFile(lina, LIBRARY)
  await expect(lina.getByRole('heading', { name: fullName('Nour') })).toBeVisible()
  await expect(lina.getByText('Les lecteurs sont en désaccord')).toBeVisible()
  await usable(lina, 'review-done')
  await marc.goto('/so-cooperation/espace/instruction')
  await expect(marc.getByText(LIBRARY)).toHaveCount(0)
  await staff.goto(`${session}/instruction`)
  await sure(staff, 'Passer 3 dossiers au jury')
  await expect(staff.getByText('sont passés à « Instruit »')).toBeVisible()

  // The sitting: roll call, quorum, who has a conflict leaves the room, opinions, minutes.
  await staff.getByRole('link', { name: 'Dispositifs', exact: true }).first().click()
  await planSitting(staff, {
    ...{ name: `Jury ${SESSION}`, on: `${dayIn(0)}T14:00`, session: `JSI · ${SESSION}` },
    ...{ members: ['Lina', 'Marc', 'Nour'].map(fullName), chair: fullName('Nour') },
    guest: fullName('Paule'),
  })
  await callTheRoll(staff, ['Lina', 'Marc', 'Nour', 'Paule'].map(fullName))
  await usable(staff, 'board')
  await marc.goto('/so-cooperation/espace/instruction')
  await marc.getByRole('link', { name: `Jury ${SESSION}` }).click()
  await expect(marc.getByText('Vous quittez la salle pour 1 dossier')).toBeVisible()
  await expect(marc.getByText(LIBRARY)).toHaveCount(0)
  await usable(marc, 'own-sitting')
  await staff.getByRole('link', { name: ORCHARD }).click()
  await giveOpinion(staff, {
    ...{ title: ORCHARD, opinion: 'Favorable avec réserves', reasons: 'Solide, à assurer sur place.' },
    ...{ amount: '5 000', condition: { text: 'Joindre l’attestation d’assurance', due: dayIn(50) } },
  })
  const libraryMember = staff.getByRole('checkbox', { name: `${fullName('Marc')} – conflit` })
  await expect(libraryMember).toBeChecked()
  await expect(libraryMember).toBeDisabled()
  await expect(staff.getByText(/il reste 10\s000\s€ sur 15\s000\s€/)).toBeVisible()
  await giveOpinion(staff, { title: LIBRARY, opinion: 'Ajourné', reasons: 'Trop incomplet.' })
  await giveOpinion(staff, { title: HIVES, opinion: 'Défavorable', reasons: 'Rien n’est dit du groupe.' })
  await expect(staff.getByText('3 avis sur 3')).toBeVisible()
  await staff.getByRole('link', { name: 'Procès-verbal', exact: true }).click()
  await expect(staff.getByText('quorum de 3 atteint')).toBeVisible()
  await usable(staff, 'minutes')
  await signMinutes(staff)
  await usable(staff, 'board-signed')

  // The funder's decision, told by letter; the advance goes through the sponsor.
  await staff.goto(session)
  await staff.getByRole('link', { name: ORCHARD }).click()
  await tab(staff, 'Décision et suivi')
  await decide(staff, { outcome: 'Financé', amount: '5 000', reference: 'CN-03' })
  await reportDue(staff)
  await usable(staff, 'decision')
  await sendLetter(staff, 'Financé', /Montant accordé : 5\s000\s€/)
  await planPayment(staff, 'Acompte', '4 000')
  await noteStep(staff, 'Noter le versement', /Versé par le financeur/)
  await passOn(sponsor, ORCHARD, 1)
  await usable(sponsor, 'sponsored-money')

  // Afterwards: what was done, the balance, the end of the file.
  await openOwn(holder, ORCHARD)
  await expect(holder.getByText('Joindre l’attestation d’assurance')).toBeVisible()
  await sendReport(
    holder,
    [
      { group: 'Jeunes de France', girls: 5, boys: 5 },
      { group: 'Jeunes du pays partenaire', girls: 6, boys: 4 },
    ],
    {
      ...{ 'Dépense 1 : Montant en euros': '8 800', 'Dépense 2 : Montant en euros': '4 000' },
      ...{ 'Recette 1 : Montant en euros': '5 000', 'Recette 2 : Montant en euros': '7 800' },
    },
  )
  await staff.reload()
  await expect(staff.getByText('Tout ce qui a été accordé n’est pas versé')).toBeVisible()
  await expect(staff.getByText('Quarante arbres plantés')).toBeVisible()
  await planPayment(staff, 'Solde', '1 000')
  await noteStep(staff, 'Noter le versement', /Versé par le financeur\s: 1\s000/)
  await passOn(sponsor, ORCHARD, 2)
  await staff.reload()
  await settle(staff)

  // Told to all: the panorama and the list of those retained.
  await staff.getByRole('button', { name: 'Publier comme projet' }).click()
  await expect(staff.getByText('Le projet est créé')).toBeVisible()
  await staff.getByRole('link', { name: SESSION }).click()
  await tab(staff, 'Lauréats')
  await sure(staff, 'Publier la liste')
  await expect(staff.getByText('La liste des lauréats est sur le site public')).toBeVisible()
  const anybody = await visitor()
  await anybody.goto('/so-cooperation/dispositifs/jsi')
  const retained = anybody.getByRole('region', { name: 'Projets retenus' })
  await expect(retained.getByText(ORCHARD)).toBeVisible()
  await expect(retained.getByText(LIBRARY)).toHaveCount(0)
  await usable(anybody, 'public')
  await anybody.getByRole('link', { name: 'Projets', exact: true }).first().click()
  await anybody.getByRole('searchbox').first().fill(ORCHARD)
  await anybody.getByRole('button', { name: 'Chercher' }).first().click()
  await expect(anybody.getByRole('link', { name: ORCHARD })).toBeVisible()
  await staff.goto(session)
  await expect(staff.getByRole('row', { name: ORCHARD })).toContainText('Soldé')
})
