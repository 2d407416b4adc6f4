import { testHostilePosts } from "./hostile_posts_fixture.ts";
import { testSharedStore } from "./shared_store_fixture.ts";

testSharedStore("a store on disk", () => Promise.resolve(undefined));
testHostilePosts("a store on disk", () => Promise.resolve(undefined));
