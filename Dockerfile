# The server and nothing else. Images come from one registry, all else from npm. The steps of the
# stage "build" are performed without Docker, too, by `deno task image`, so they stay in its folder.

FROM node:24-bookworm-slim AS deno
RUN npm install --global deno@2.9.6 && deno --version

FROM deno AS build
WORKDIR /app
COPY deno.json deno.lock ./
COPY tools/image/production.ts tools/image/production.ts
COPY contract contract
COPY views views
COPY app-shell app-shell
COPY server server
RUN deno run --no-config --no-lock --allow-read --allow-write tools/image/production.ts build
RUN DENO_DIR=.deno-build deno install --frozen
RUN DENO_DIR=.deno-build deno run --cached-only --frozen --allow-all app-shell/build.ts
RUN deno run --no-config --no-lock --allow-read --allow-write tools/image/production.ts server
RUN DENO_DIR=.deno deno install --frozen --entrypoint server/main.ts
RUN rm -r .deno-build tools app-shell/frame && chmod -R a+rX,a-w .

FROM debian:bookworm-slim
COPY --from=deno /usr/local/lib/node_modules/deno/deno /usr/local/bin/deno
COPY --from=build /app /app
# What a new volume takes over; nothing else has to be writable.
RUN install -d -o 65532 -g 65532 /data
WORKDIR /app
ENV DENO_DIR=/app/.deno DENO_NO_UPDATE_CHECK=1 NO_COLOR=1 KV_PATH=/data/store.sqlite3
USER 65532:65532
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["deno", "eval", "--no-config", "Deno.exit((await fetch(`http://127.0.0.1:${Deno.env.get('PORT') ?? 8000}/healthz`)).ok ? 0 : 1)"]
CMD ["deno", "run", "--cached-only", "--frozen", "--no-prompt", "--allow-net", "--allow-env", "--allow-read", "--allow-write", "server/main.ts"]
