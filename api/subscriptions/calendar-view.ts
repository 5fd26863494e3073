import { calendarKinds } from '../../domain/calendar/calendar.ts';
import { phases } from '../../domain/calendar/phase.ts';
import { Day } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';

export const CalendarView = z
  .object({
    subscriptionId: z.string(),
    timeZone: z.string(),
    from: Day,
    until: Day,
    phases: z
      .array(z.object({ from: Day, until: Day, phase: z.enum([...phases, 'ended']) }))
      .openapi({ description: 'Without gap or overlap; both days inclusive' }),
    entries: z
      .array(z.object({ date: Day, kind: z.enum(calendarKinds), title: z.string(), orderId: z.string().nullable() }))
      .openapi({ description: 'In the order of their dates' }),
  })
  .openapi('SubscriptionCalendar');
