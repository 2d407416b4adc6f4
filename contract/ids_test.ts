import { assert, assertEquals } from "@std/assert";
import { ids } from "./ids.ts";
import { paths } from "./paths.ts";

Deno.test("paths and ids hold whatever Agillic calls things", () => {
  assertEquals(paths.communications(), "/communications");
  assertEquals(
    paths.communications({ channel: "A&B=ø", before: "1.2" }),
    "/communications?channel=A%26B%3D%C3%B8&before=1.2",
  );
  assertEquals(paths.communications({ channel: "" }), "/communications?channel=");
  assert(ids.channel("ALL") !== ids.allChannels);
  assertEquals(ids.channel("A B"), "channel-A.20B");
  assert(ids.channel("A.20B") !== ids.channel("A B"));
});
