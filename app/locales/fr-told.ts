import map from './fr/map.json'
import national from './fr/national.json'

/** Words that loaders give with a page's data: no browser asks for them. */
export const messages = { map, national }
