import map from './en/map.json'
import national from './en/national.json'

/** Words that loaders give with a page's data: no browser asks for them. */
export const messages = { map, national }
