import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { startOfDay } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { paths } from '../ui/paths.ts'
import type { Occasion } from './model.ts'

/** Where an occasion is told: events and fairs have pages of their own. */
export function pathOf({ source, slug }: Pick<Occasion, 'source' | 'slug'>): string {
  return source === 'fair' ? paths.fair.fair(slug) : paths.gathering.event(slug)
}

/** Occasions as an iCalendar file (RFC 5545): a calendar that knows one already takes the newer edition, or strikes it out. */
export function calendarFile(
  name: string,
  occasions: readonly Occasion[],
  { publicUrl, today }: { publicUrl: string; today: CivilDate },
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'OCOP', product: 'Lịch chung', language: 'VI' },
    url: publicUrl + paths.gathering.calendar(),
  })
  // A stamp of the day, not of the second, lets an unchanged file keep its ETag.
  const stamp = new Date(startOfDay(today))
  for (const occasion of occasions) {
    const { id, title, unitName, place, startsAt, endsAt, cancelled, edition } = occasion
    calendar.createEvent({
      id: `${id}@${new URL(publicUrl).hostname}`,
      stamp,
      sequence: edition,
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: title,
      location: place,
      description: unitName ?? '',
      url: publicUrl + pathOf(occasion),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
