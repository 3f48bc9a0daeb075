import { join } from 'node:path'

/** What an installation made ready for its starts; may be deleted at any time, and belongs to no data. */
export const preparedDirectory = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'ocop')
