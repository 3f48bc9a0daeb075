import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** Events: the common calendar, an event for everybody, the desk of those who organise it, the link of a guest. */
export const gatheringPaths = {
  calendar: (query?: Query) => withQuery('/su-kien', query),
  calendarFile: () => '/su-kien/lich.ics',
  event: (slug: string) => at('/su-kien', slug),
  eventFile: (slug: string) => at('/su-kien', slug, 'lich.ics'),
  programmePdf: (slug: string) => at('/su-kien', slug, 'chuong-trinh.pdf'),
  paper: (slug: string, paper: string) => at('/su-kien', slug, 'tai-lieu', paper),
  answer: (link: string) => at('/loi-moi', link),
  list: (query?: Query) => withQuery('/su-kien-don-vi', query),
  begin: () => '/su-kien-don-vi/moi',
  rooms: () => '/su-kien-don-vi/phong',
  file: (id: string, query?: Query) => withQuery(at('/su-kien-don-vi', id), query),
  amend: (id: string) => at('/su-kien-don-vi', id, 'sua'),
  announce: (id: string) => at('/su-kien-don-vi', id, 'cong-bo'),
  cancel: (id: string) => at('/su-kien-don-vi', id, 'huy'),
  addPaper: (id: string) => at('/su-kien-don-vi', id, 'tai-lieu'),
  honours: (id: string) => at('/su-kien-don-vi', id, 'quyet-dinh'),
  invite: (id: string) => at('/su-kien-don-vi', id, 'khach-moi'),
  inviteHonoured: (id: string) => at('/su-kien-don-vi', id, 'moi-chu-the'),
  answerFor: (id: string, invitation: string) => at('/su-kien-don-vi', id, 'khach-moi', invitation),
  presence: (id: string, query?: Query) => withQuery(at('/su-kien-don-vi', id, 'co-mat'), query),
  minutes: (id: string) => at('/su-kien-don-vi', id, 'bien-ban'),
  conclude: (id: string) => at('/su-kien-don-vi', id, 'ket-luan'),
  conclusion: (id: string) => at('/ket-luan', id),
  report: (id: string) => at('/ket-luan', id, 'bao-cao'),
} as const
