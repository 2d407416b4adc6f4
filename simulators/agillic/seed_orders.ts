import type { TableRow } from "./model.ts";

const dayMs = 86_400_000;

/** As many rows of ORDERS, one every nine days; the oldest comes first, as Agillic may well answer them. */
export function createOrders(count: number, now: number): TableRow[] {
  return Array.from({ length: count }, (_, index) => {
    const age = count - index;
    return {
      ORDER_NO: String(20_000 + index),
      ORDER_DATE: new Date(now - age * 9 * dayMs).toISOString(),
      TOTAL: `${(index * 37) % 900 + 49}.50`,
      PAID: age === 1 ? "FALSE" : "TRUE",
      NOTE: index % 3 === 0 ? "Ring the bell & wait" : "",
    };
  });
}
