/** `deno task gallery`: every view in every state, at http://localhost:8003. */
import { createGallery } from "./app.tsx";

Deno.serve({ hostname: "127.0.0.1", port: 8003 }, createGallery().fetch);
