import type { GroupingKey, PlainZoneKey } from '../zones.ts'

// Lands without inhabitants (AQ, BV, GS, HM, TF, UM) go with the nearest zone.
export const COUNTRY_CODES_BY_ZONE: Record<PlainZoneKey, string> = {
  west_africa: 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  central_africa: 'AO CD CF CG CM GA GQ ST TD',
  east_africa: 'BI DJ ER ET KE RW SD SO SS TZ UG',
  southern_africa: 'BW LS MW MZ NA SZ ZA ZM ZW',
  north_africa: 'DZ EG EH LY MA TN',
  indian_ocean: 'HM IO KM MG MU RE SC TF YT',
  middle_east: 'AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  western_europe:
    'AD AT AX BE CH CY DE DK ES FI FO FR GB GG GI GR IE IM IS IT JE LI LU MC MT NL NO PT SE SJ SM VA',
  eastern_europe: 'AL BA BG BY CZ EE HR HU LT LV MD ME MK PL RO RS RU SI SK UA XK',
  central_asia: 'AM AZ GE KG KZ TJ TM UZ',
  south_east_asia: 'AF BD BN BT CN HK ID IN JP KH KP KR LA LK MM MN MO MV MY NP PH PK SG TH TL TW VN',
  latin_america: 'AR BO BR BV BZ CL CO CR EC FK GF GS GT GY HN MX NI PA PE PY SR SV UY VE',
  caribbean: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  north_america: 'BM CA GL PM US',
  oceania: 'AQ AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
}

// Sahel: the five of the former G5 and Senegal. Mediterranean: the countries on its shore outside France.
export const COUNTRY_CODES_BY_GROUPING: Record<GroupingKey, string> = {
  sub_saharan_africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TZ UG ZA ZM ZW',
  sahel: 'BF ML MR NE SN TD',
  maghreb: 'DZ EH LY MA MR TN',
  great_lakes: 'BI CD KE RW TZ UG',
  mediterranean: 'AL BA CY DZ EG ES GR HR IL IT LB LY MA ME MT PS SI SY TN TR',
  balkans: 'AL BA BG GR HR ME MK RO RS SI XK',
  mekong: 'BN ID KH LA MM MY PH SG TH TL VN',
  central_america: 'BZ CR GT HN NI PA SV',
}
