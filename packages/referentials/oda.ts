/**
 * Countries and territories eligible for official development assistance (liste du CAD de l'OCDE), by ISO code.
 * A list holds for the years of flows it was made for; Guyana and Panama are on it until the next review.
 */
export interface OdaList {
  from: string
  until: string
  codes: readonly string[]
}

const OF_2024 = [
  // Least developed
  'AF AO BD BJ BF BI KH CF TD KM CD DJ ER ET GM GN GW HT KI LA LS LR MG MW ML MR MZ MM NP NE RW ST SN SL',
  'SB SO SS SD TL TG TV TZ UG YE ZM',
  // Low income, then lower middle income
  'KP SY DZ BT BO CV CM CG CI EG SZ GH HN IN IR JO KE KG LB FM MN MA NI NG PK PG PH WS LK TJ TK TN UA UZ',
  'VU VN ZW',
  // Upper middle income
  'AL AR AM AZ BY BZ BA BW BR CN CO CR CU DM DO EC SV GQ FJ GA GE GD GT GY ID IQ JM KZ XK LY MY MV MH MU',
  'MX MD ME MS NA NR NU MK PW PA PY PE SH LC VC RS ZA SR TH TO TR TM VE WF PS',
].flatMap((line) => line.split(' '))

/** The review of 2023 took Nauru off from 2026 on; of Montserrat it left the decision to the autumn of 2025. */
export const ODA_LISTS: readonly OdaList[] = [
  { from: '2024-01-01', until: '2025-12-31', codes: OF_2024 },
  { from: '2026-01-01', until: '2026-12-31', codes: OF_2024.filter((code) => code !== 'NR') },
]

/** The list of a day; the nearest one for a day that none covers, since the next is known late. */
export function odaListOn(day: string | null): OdaList {
  const last = ODA_LISTS.at(-1)!
  if (day === null) return last
  return ODA_LISTS.find(({ until }) => day <= until) ?? last
}

export const isOdaRecipient = (code: string, day: string | null = null): boolean =>
  odaListOn(day).codes.includes(code)
