import { calendarKinds } from '../../domain/calendar/calendar.ts';
import { phases } from '../../domain/calendar/phase.ts';
import { ShownDate } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';

export const CalendarView = z
  .object({
    subscriptionId: z.string(),
    timeZone: z.string(),
    from: ShownDate,
    until: ShownDate,
    phases: z
      .array(z.object({ from: ShownDate, until: ShownDate, phase: z.enum([...phases, 'ended']) }))
      .openapi({ description: 'Without gap or overlap; both days inclusive' }),
    entries: z
      .array(
        z.object({ date: ShownDate, kind: z.enum(calendarKinds), title: z.string(), orderId: z.string().nullable() }),
      )
      .openapi({ description: 'In the order of their dates' }),
  })
  .openapi('SubscriptionCalendar');
