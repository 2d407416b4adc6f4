import { testSharedStore } from "./shared_store_fixture.ts";

testSharedStore("a store on disk", () => Promise.resolve(undefined));
