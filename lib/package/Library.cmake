# The components joined to the library: sidetal_static and sidetal_shared. In this build, and in a project that adds it by
# add_subdirectory(), sidetal::sidetal is the static one, so that programs run from where they were built; the installed package has
# sidetal::sidetal (shared) and, on request, sidetal::static.

set(SIDETAL_SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}) # before 1.0 every minor version may break the ABI

get_property(components GLOBAL PROPERTY SIDETAL_COMPONENTS)
set(objects "")
set(libraries "")
foreach(component IN LISTS components)
  list(APPEND objects $<TARGET_OBJECTS:sidetal_${component}>)
  get_target_property(links sidetal_${component} SIDETAL_LINKS)
  if(links)
    list(APPEND libraries ${links})
  endif()
endforeach()
list(REMOVE_DUPLICATES libraries)

# Of these there is nothing to link: who builds with the installed library need not have them.
set(header_only Boost::headers nlohmann_json::nlohmann_json)
list(REMOVE_ITEM libraries ${header_only})

function(sidetal_library TARGET TYPE)
  add_library(${TARGET} ${TYPE} ${ARGN} ${objects})
  set_target_properties(${TARGET} PROPERTIES OUTPUT_NAME sidetal LINKER_LANGUAGE CXX)
  target_compile_features(${TARGET} PUBLIC cxx_std_20)
  target_include_directories(${TARGET} INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_link_libraries(${TARGET} PRIVATE $<BUILD_INTERFACE:sidetal_settings> ${libraries})
endfunction()

sidetal_library(sidetal_static STATIC)
set_target_properties(sidetal_static PROPERTIES EXPORT_NAME static)
add_library(sidetal::sidetal ALIAS sidetal_static)
add_library(sidetal::static ALIAS sidetal_static)

set(version_script "${CMAKE_CURRENT_LIST_DIR}/sidetal.map")
if(PROJECT_IS_TOP_LEVEL OR SIDETAL_INSTALL)
  sidetal_library(sidetal_shared SHARED)
else()
  sidetal_library(sidetal_shared SHARED EXCLUDE_FROM_ALL)
endif()
set_target_properties(sidetal_shared PROPERTIES
  EXPORT_NAME sidetal VERSION ${PROJECT_VERSION} SOVERSION ${SIDETAL_SOVERSION} LINK_DEPENDS "${version_script}")
target_link_options(sidetal_shared PRIVATE "LINKER:--version-script=${version_script}")
if(NOT SIDETAL_SANITIZE) # the sanitizers' own symbols come from the program
  target_link_options(sidetal_shared PRIVATE LINKER:--no-undefined)
endif()
add_library(sidetal::shared ALIAS sidetal_shared)

if(SIDETAL_INSTALL)
  include(${CMAKE_CURRENT_LIST_DIR}/Install.cmake)
endif()
