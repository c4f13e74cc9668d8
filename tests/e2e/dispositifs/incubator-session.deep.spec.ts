import { refusedFirst, sure, usable } from '#tests/support/at-both-sizes.ts'
import {
  decide,
  openOwn,
  reportDue,
  sendLetter,
  sendReport,
  settle,
} from '#tests/support/follow-up-in-browser.ts'
import {
  answerAgain,
  askAgain,
  deposit,
  fillTogether,
  inviteColleague,
  startByMail,
} from '#tests/support/incubator-in-browser.ts'
import { expect, test } from '#tests/support/journey.ts'
import { dayIn, openSession, tab } from '#tests/support/jsi-in-browser.ts'
import {
  callTheRoll,
  declareNoTie,
  distribute,
  fullName,
  giveOpinion,
  joinPool,
  OWN,
  planSitting,
  readFile,
  signMinutes,
} from '#tests/support/jury-in-browser.ts'
import { signIn } from '#tests/support/signed-in.ts'

const SESSION = `Promotion ${OWN}`
const GARDEN = `Un potager à Ouidah ${OWN}`
const HOLDER = `Les Jardins d’essai ${OWN}`
const mail = (who: string) => `${who}.${OWN}@essai.example`

test('a whole session of the incubator: deposited here, corrected, read, judged, supported, told and settled', async ({
  page: staff,
  visitor,
}) => {
  test.setTimeout(1_200_000)
  await signIn(staff, 'staff@so-cooperation.demo')
  await staff.goto('/so-cooperation/bureau')
  await staff.getByRole('link', { name: 'Dispositifs', exact: true }).click()
  await staff.getByRole('main').getByRole('link', { name: 'INCUB', exact: true }).click()
  const session = await openSession(staff, SESSION, '', 'Avis et procès-verbal, sans grille')

  // A visitor finds the call and starts by e-mail; two people write the file.
  const holder = await visitor()
  await holder.goto('/so-cooperation')
  await holder.getByRole('link', { name: 'Dispositifs', exact: true }).first().click()
  await usable(holder, 'calls')
  await holder
    .getByRole('link', { name: /Incubateur/ })
    .first()
    .click()
  await usable(holder, 'call')
  await startByMail(holder, { email: mail('porteuse'), name: 'Dominique Exemple', organisation: HOLDER })
  await holder.locator('[name="f.title"]').fill(GARDEN)
  const colleague = await visitor()
  await inviteColleague(holder, colleague, mail('collegue'), 'Aziz Exemple')
  await fillTogether(holder, colleague, GARDEN)
  await deposit(holder, GARDEN)

  // The team asks for one answer again, and gets it.
  await staff.goto(session)
  await expect(staff.getByRole('row', { name: GARDEN })).toContainText('Déposé')
  await staff.getByRole('link', { name: GARDEN }).click()
  await tab(staff, 'Porteur et corrections')
  await askAgain(staff, {
    ...{ field: 'À quel besoin répondez-vous ?', why: 'Qui l’a demandé, et quand ?', due: dayIn(10) },
  })
  await usable(staff, 'asked')
  await colleague.goto('/so-cooperation/espace')
  await openOwn(colleague, GARDEN)
  await expect(colleague.getByText('Qui l’a demandé, et quand ?').first()).toBeVisible()
  await answerAgain(colleague, 'need', 'Les délégués du lycée, au printemps.')
  await staff.reload()
  await expect(staff.getByText('C’est précisé, merci.')).toBeVisible()
  await tab(staff, 'Dossier')
  await expect(staff.getByText('Les délégués du lycée, au printemps.')).toBeVisible()
  await staff.getByRole('button', { name: 'Marquer complet' }).click()
  await staff.getByRole('button', { name: 'Déclarer recevable' }).click()
  await expect(staff.getByRole('button', { name: 'Marquer instruit' })).toBeVisible()

  // One reader, who says what she thinks in words.
  await staff.getByRole('link', { name: 'Dispositifs', exact: true }).first().click()
  await staff.getByRole('link', { name: 'Jurys' }).click()
  await staff.getByRole('link', { name: 'Instructeurs', exact: true }).click()
  const reader = await joinPool(staff, visitor, { name: 'Rosa', email: mail('rosa') })
  await staff.goto(session)
  await tab(staff, 'Instruction')
  await staff.getByLabel('Lecteurs par dossier').fill('1')
  await staff.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(staff.getByText('Réglages enregistrés')).toBeVisible()
  await staff.getByLabel(fullName('Rosa')).check()
  await staff.getByRole('button', { name: 'Enregistrer ce choix' }).click()
  await expect(staff.getByText('Le choix des instructeurs est enregistré')).toBeVisible()
  await declareNoTie(reader)
  await distribute(staff, session)
  await readFile(reader, GARDEN)
  await expect(reader.getByRole('link', { name: 'Statuts.txt' })).toBeVisible()
  await refusedFirst(reader, () => sure(reader, 'Remettre mon avis'))
  await reader.getByLabel('Favorable', { exact: true }).check()
  await reader.getByLabel('Commentaire').fill('Un projet voulu par les deux lycées.')
  await usable(reader, 'plain-review')
  await sure(reader, 'Remettre mon avis')
  await expect(reader.getByText('Votre avis est remis')).toBeVisible()
  await staff.reload()
  await sure(staff, 'Passer 1 dossier au jury')
  await expect(staff.getByText('sont passés à « Instruit »')).toBeVisible()

  // A jury without a grid: an opinion and its minutes.
  await staff.getByRole('link', { name: 'Dispositifs', exact: true }).first().click()
  await planSitting(staff, {
    ...{ name: `Comité ${SESSION}`, on: `${dayIn(0)}T09:00`, session: `INCUB · ${SESSION}` },
    ...{ members: [fullName('Rosa')], chair: fullName('Rosa'), guest: fullName('Paul'), quorum: '2' },
  })
  await callTheRoll(staff, [fullName('Rosa'), fullName('Paul')])
  await staff.getByRole('link', { name: GARDEN }).click()
  await refusedFirst(staff, () =>
    staff
      .getByRole('button', { name: /^Noter/ })
      .first()
      .click(),
  )
  await giveOpinion(staff, { title: GARDEN, opinion: 'Favorable', reasons: 'Mûr pour un accompagnement.' })
  await expect(staff.getByText('1 avis sur 1')).toBeVisible()
  await staff.getByRole('link', { name: 'Procès-verbal', exact: true }).click()
  await usable(staff, 'plain-minutes')
  await signMinutes(staff)

  // The network decides by itself, says so, and supports the project.
  await staff.goto(session)
  await staff.getByRole('link', { name: GARDEN }).click()
  await tab(staff, 'Décision et suivi')
  await refusedFirst(staff, () => staff.getByRole('button', { name: 'Enregistrer la décision' }).click())
  await decide(staff, { outcome: 'Financé' })
  await reportDue(staff)
  await sendLetter(staff, 'Financé', /Bonjour Dominique Exemple/)
  await tab(staff, 'Dossier')
  await staff.getByRole('region', { name: 'L’essentiel' }).getByRole('link', { name: HOLDER }).click()
  const phrase = staff.getByLabel('Noter un appui en une phrase')
  await phrase.fill('1h30 visio partenariat')
  await staff.getByRole('button', { name: 'Noter', exact: true }).click()
  await expect(
    staff
      .getByRole('region', { name: 'Appuis' })
      .getByText(/partenariat/)
      .first(),
  ).toBeVisible()

  // The action is over: the report, then the end.
  await openOwn(holder, GARDEN)
  await sendReport(holder, [{ group: 'Jeunes de France', girls: 8, boys: 13 }], {
    'Dépenses réalisées': '900',
  })
  await usable(holder, 'told')
  await staff.goto(session)
  await staff.getByRole('link', { name: GARDEN }).click()
  await tab(staff, 'Décision et suivi')
  await settle(staff)
  await staff.goto(session)
  await expect(staff.getByRole('row', { name: GARDEN })).toContainText('Soldé')
})
