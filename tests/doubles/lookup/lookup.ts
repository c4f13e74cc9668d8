import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the next answers are: as documented, late, too many asked, no JSON, endless, or sent elsewhere. */
export type Mood = 'well' | 'silent' | 'busy' | 'garbage' | 'strange' | 'endless' | 'away' | 'broken'

const seat = {
  siret: '73282932000074',
  adresse: '12 BIS RUE DES HALLES 79000 NIORT',
  numero_voie: '12',
  indice_repetition: 'BIS',
  type_voie: 'RUE',
  libelle_voie: 'DES HALLES',
  code_postal: '79000',
  commune: '79191',
  libelle_commune: 'NIORT',
  latitude: '46.3231',
  longitude: '-0.4588',
}
const companies = {
  results: [
    {
      siren: '732829320',
      nom_complet: 'LES FONTAINES DU SAHEL (LFS)',
      nom_raison_sociale: 'LES FONTAINES DU SAHEL',
      sigle: 'LFS',
      nature_juridique: '9220',
      etat_administratif: 'A',
      complements: { est_association: true, identifiant_association: 'W791000123' },
      siege: seat,
    },
    {
      siren: '356000000',
      nom_complet: '[NON-DIFFUSIBLE]',
      nature_juridique: '5510',
      etat_administratif: 'C',
      siege: null,
    },
    { siren: '123456789', nom_complet: 'NUMÉRO FAUX' },
  ],
  total_results: 3,
  page: 1,
  per_page: 8,
  total_pages: 1,
}
const place = (label: string, name: string, type: string, lon: number, lat: number) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: { label, name, type, score: 0.9, citycode: '79191', postcode: '79000', city: 'Niort' },
})
const addresses = {
  type: 'FeatureCollection',
  features: [
    place('12 Rue des Halles 79000 Niort', '12 Rue des Halles', 'housenumber', -0.4612, 46.3251),
    place('Niort', 'Niort', 'municipality', -0.46, 46.32),
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [0, 0] },
      properties: { label: 'Nulle part' },
    },
  ],
}

/** Stands in for the register of companies and for the geocoding service, which it speaks as they are documented. */
export async function startLookup() {
  let mood: Mood = 'well'
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://lookup.test')
    asked.push(`${url.pathname}${url.search}`)
    answer(response, mood, url.pathname.startsWith('/companies/') ? companies : addresses)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: { companies: `${base}/companies`, addresses: `${base}/addresses` },
    be: (next: Mood) => {
      mood = next
    },
    asked,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(response: ServerResponse, mood: Mood, body: object) {
  const json = (status: number, text: string) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(text)
  if (mood === 'well') json(200, JSON.stringify(body))
  else if (mood === 'busy') json(429, '{"erreur":"Trop de requêtes"}')
  else if (mood === 'broken') json(503, '')
  else if (mood === 'garbage') json(200, '<html>en maintenance</html>')
  else if (mood === 'strange') json(200, '{"results":"aucun","features":7}')
  else if (mood === 'endless') json(200, `{"results":[],"features":[],"reste":"${'x'.repeat(600_000)}"}`)
  else if (mood === 'away') response.writeHead(302, { location: '/companies/secret' }).end()
  // Silent: nothing comes.
}
