import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** Fairs with their booths, and points of sale: for everybody, for a producer, for those who organise. */
export const fairPaths = {
  list: (query?: Query) => withQuery('/hoi-cho', query),
  image: (hash: string) => at('/hoi-cho/anh', hash),
  fair: (slug: string) => at('/hoi-cho', slug),
  booth: (slug: string, application: string) => at('/hoi-cho', slug, 'gian', application),
  apply: (slug: string) => at('/hoi-cho', slug, 'dang-ky'),
  mine: (query?: Query) => withQuery('/hoi-cho-cua-toi', query),
  application: (id: string) => at('/hoi-cho-cua-toi', id),
  withdraw: (id: string) => at('/hoi-cho-cua-toi', id, 'rut'),
  writeBooth: (id: string) => at('/hoi-cho-cua-toi', id, 'gian'),
  addPicture: (id: string) => at('/hoi-cho-cua-toi', id, 'anh'),
  tell: (id: string) => at('/hoi-cho-cua-toi', id, 'ket-qua'),
  keepAsEvidence: (id: string) => at('/hoi-cho-cua-toi', id, 'vao-vi'),
  desk: (query?: Query) => withQuery('/hoi-cho-don-vi', query),
  begin: () => '/hoi-cho-don-vi/moi',
  file: (id: string) => at('/hoi-cho-don-vi', id),
  amend: (id: string) => at('/hoi-cho-don-vi', id, 'sua'),
  call: (id: string) => at('/hoi-cho-don-vi', id, 'thong-bao'),
  cancel: (id: string) => at('/hoi-cho-don-vi', id, 'huy'),
  choose: (id: string, application: string) => at('/hoi-cho-don-vi', id, 'dang-ky', application),
  attendance: (id: string) => at('/hoi-cho-don-vi', id, 'co-mat'),
  close: (id: string) => at('/hoi-cho-don-vi', id, 'chot'),
  points: (query?: Query) => withQuery('/diem-ban', query),
  point: (id: string) => at('/diem-ban', id),
  shelf: (id: string) => at('/diem-ban', id, 'bay'),
  takeDown: (id: string) => at('/diem-ban', id, 'ha'),
  closePoint: (id: string) => at('/diem-ban', id, 'thoi'),
  pointDesk: (query?: Query) => withQuery('/diem-ban-don-vi', query),
} as const
